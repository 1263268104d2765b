// Extras of drawings of the plan.
