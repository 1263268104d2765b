// Writes an update as a mail. Mail programs drop style sheets: this is the one place where styles
// stand in attributes.
#include "compose/phrases.h"
#include "markup/html.h"
#include "render/update_text.h"

namespace milepost {
namespace {

class MailUpdate {
 public:
  MailUpdate(const Outline& outline, const Update& update) : outline_(outline), update_(update) {}

  std::string write() {
    out_.put("<!doctype html>\n<html")
        .attribute("lang", outline_.view.program.language)
        .put(
            ">\n<head>\n<meta charset=\"utf-8\">\n"
            "<meta name=\"viewport\" content=\"width=device-width\">\n<title>")
        .text(update_.title)
        .put(
            "</title>\n</head>\n"
            "<body style=\"margin:0;padding:24px 16px;background:#ffffff;color:#15181c;"
            "font-family:-apple-system,'Segoe UI',Roboto,'Helvetica Neue',Arial,sans-serif;"
            "font-size:15px;line-height:1.5\">\n"
            "<div style=\"max-width:640px;margin:0 auto\">\n"
            "<h1 style=\"font-size:22px;line-height:1.25;margin:0\">")
        .data(update_.title)
        .put("</h1>\n<p style=\"margin:4px 0 0;color:#5f6770\">")
        .text(update_.period)
        .put("</p>\n");
    if (!update_.overall.empty()) overall();
    quote();
    for (const UpdateSection& section : update_.sections) write(section);
    if (!update_.note.empty()) {
      out_.put("<p style=\"margin:24px 0 0;color:#5f6770;font-size:13px\">")
          .text(update_.note)
          .put("</p>\n");
    }
    out_.put("</div>\n</body>\n</html>\n");
    return std::string(out_.view());
  }

 private:
  void heading() {
    out_.put(
        "<h2 style=\"font-size:16px;line-height:1.3;margin:24px 0 6px;padding-top:8px;"
        "border-top:2px solid #15181c\">");
  }

  void overall() {
    heading();
    out_.text(update_.overall);
    if (!update_.state_words.empty()) {
      out_.put(": ");
      switch (update_.state) {
        case ViewHealth::on_track:
          out_.put("<span style=\"color:#1b6b40\">● ");
          break;
        case ViewHealth::at_risk:
          out_.put("<span style=\"color:#8a5200\">▲ ");
          break;
        case ViewHealth::off_track:
        case ViewHealth::blocked:
          out_.put("<span style=\"color:#b3201a\">■ ");
          break;
        default:
          out_.put("<span>");
      }
      out_.text(update_.state_words).put("</span>");
    }
    out_.put("</h2>\n");
    for (const std::string& words : update_.verdict) {
      out_.put("<p style=\"margin:0 0 8px\">").data(words).put("</p>\n");
    }
  }

  void quote() {
    if (update_.quote.paragraphs.empty()) return;
    out_.put(
        "<blockquote style=\"margin:12px 0;padding:2px 0 2px 14px;border-left:3px solid "
        "#828a92\">\n");
    for (const std::string& words : update_.quote.paragraphs) {
      out_.put("<p style=\"margin:0 0 6px\">").data(words).put("</p>\n");
    }
    if (!update_.quote.by.empty()) {
      out_.put("<p style=\"margin:0;color:#5f6770;font-size:13px\">")
          .data(update_.quote.by)
          .put("</p>\n");
    }
    out_.put("</blockquote>\n");
  }

  void line(const UpdateLine& line) {
    for (const UpdateWords& part : line) {
      if (part.record == kNoViewRecord) {
        out_.data(part.text);
        continue;
      }
      const std::optional<std::string> address = address_of(outline_, part.record);
      const std::optional<Url> url = address ? Url::from_data(*address) : std::nullopt;
      if (url) {
        out_.put("<a").url("href", *url).put(" style=\"color:#1a4fa0\">").data(part.text);
        out_.put("</a>");
      } else {
        out_.put("<b>").data(part.text).put("</b>");
      }
      out_.put(" <span style=\"color:#5f6770\">(")
          .data(outline_.view.record(part.record).short_id)
          .put(")</span>");
    }
  }

  void write(const UpdateSection& section) {
    heading();
    out_.text(section.title).put("</h2>\n");
    for (const UpdateLine& words : section.paragraphs) {
      out_.put("<p style=\"margin:0 0 8px\">");
      line(words);
      out_.put("</p>\n");
    }
    if (section.items.empty()) return;
    if (section.numbered) {
      out_.put("<ol style=\"margin:0;padding-left:22px\">\n");
    } else {
      out_.put("<ul style=\"margin:0;padding-left:22px\">\n");
    }
    for (const UpdateItem& item : section.items) {
      out_.put("<li style=\"margin:0 0 6px\">");
      line(item.line);
      for (const UpdateLine& words : item.below) {
        out_.put("<br>\n<span style=\"color:#454c54\">");
        line(words);
        out_.put("</span>");
      }
      out_.put("</li>\n");
    }
    out_.put(section.numbered ? Markup("</ol>\n") : Markup("</ul>\n"));
    if (section.more > 0) {
      out_.put("<p style=\"margin:0 0 8px;color:#5f6770\">")
          .text(count_words(outline_.words, "list.more"_word, section.more))
          .put("</p>\n");
    }
  }

  const Outline& outline_;
  const Update& update_;
  HtmlWriter out_;
};

}  // namespace

std::string update_as_mail(const Outline& outline, const Update& update) {
  return MailUpdate(outline, update).write();
}

}  // namespace milepost
