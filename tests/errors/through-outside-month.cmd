# The month that is billed is March.
firn variance through-outside-month.budget.json --actual through-outside-month.json --through 2013-04-20
