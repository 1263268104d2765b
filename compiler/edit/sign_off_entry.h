// A sign-off that is to be written, and how it reads in YAML.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace milepost {

struct SealedField {
  std::string what;   // "REL-1.target"
  std::string hash;   // see analyze/canonical.h
  std::string value;  // canonical, may be empty
  bool keep_value = true;
};

/// All in the words of the record language. Empty: the key is not written.
struct SignOffEntry {
  std::string release;  // of a sign-off in a file of its own
  std::string role, by, on, decision, condition, via;
  std::vector<SealedField> covers;
};

/// A key with what stands under it. `lines` have no line ends; those after the first are indented
/// from the key on.
struct EntryPart {
  std::string key;
  std::vector<std::string> lines;
};

/// In the order in which a person would write them.
std::vector<EntryPart> entry_parts(const SignOffEntry& entry);

/// `role: security, by: priya`: the same without line ends, for a list in brackets.
std::string flow_pairs(const SignOffEntry& entry);

/// The keys of a signature, which a new one takes over or removes: all but the release, the role,
/// and what was asked of it (when it is due, whether it is required) or noted.
bool is_signature_key(std::string_view key);

/// `text` as a YAML value: plain where nobody could take it for something else.
std::string entry_scalar(std::string_view text);

}  // namespace milepost
