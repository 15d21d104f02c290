#include "tests/second_opinion/verdict.hpp"

#include <algorithm>
#include <cstddef>

namespace firn::second_opinion {

namespace {

/// The decimals with which a number is written.
unsigned places_of(const std::string& number) {
    const auto point = number.find('.');
    return point == std::string::npos ? 0 : static_cast<unsigned>(number.size() - point - 1);
}

/// Whether Firn's number, rounded as finely as they print theirs, is theirs.
bool equals(const std::string& firn, const std::string& theirs, unsigned places) {
    const auto ours = parse_decimal(firn);
    const auto printed = parse_decimal(theirs);
    if (!ours || !printed) return !firn.empty() && firn == theirs;
    return round_half_up(*ours, places) == *printed;
}

bool lies_within(const std::string& firn, const Figure& figure) {
    const auto value = parse_decimal(firn);
    const auto from = parse_decimal(figure.from);
    const auto to = parse_decimal(figure.to);
    return value && from && to && *from <= *value && *value <= *to;
}

/// Firn's number as finely as theirs; where they differ, an unrounded one with a few decimals more.
std::string shown(const std::string& firn, const Figure& figure, unsigned places) {
    const auto value = parse_decimal(firn);
    if (!value || figure.value == Value::cost) return firn;
    return format_at_least(round_half_up(*value, std::max(places, 2U)), places);
}

}  // namespace

Judged judge(const Opinion& opinion, const Figure& figure, BillAnswers& answers) {
    const std::string firn = answers.answer(opinion.usage, "", figure);
    const unsigned places = std::max(places_of(figure.says), places_of(figure.right));
    Judged judged{.firn = shown(firn, figure, places)};
    if (equals(firn, figure.says, places)) {
        judged.verdict = Verdict::agrees;
        judged.firn = figure.says;
    } else if (!figure.by.empty() || !figure.by_usage.empty()) {
        const std::string& usage = figure.by_usage.empty() ? opinion.usage : figure.by_usage;
        const std::string other = answers.answer(usage, figure.by, figure);
        judged.by_option = shown(other, figure, places);
        if (equals(other, figure.says, places)) judged.verdict = Verdict::option;
    } else if (!figure.from.empty()) {
        if (lies_within(firn, figure)) judged.verdict = Verdict::range;
    } else if (!figure.right.empty() && equals(firn, figure.right, places)) {
        judged.verdict = Verdict::wrong;
    }
    return judged;
}

std::string to_text(Verdict verdict) {
    switch (verdict) {
        case Verdict::agrees:
            return "agrees";
        case Verdict::option:
            return "by an option";
        case Verdict::range:
            return "within its range";
        case Verdict::wrong:
            return "theirs is wrong";
        case Verdict::unexplained:
            return "unexplained";
    }
    return {};
}

}  // namespace firn::second_opinion
