#include "cli/restore_reading.hpp"

#include "core/scenario/growth_values.hpp"
#include "core/units/quantity_text.hpp"
#include "core/units/utf8_text.hpp"

#include <fmt/format.h>

#include <utility>

namespace firn::cli {

namespace {

Expected<Rational, QuantityError> parse_share(std::string_view text) {
    auto share = scenario::parse_percent(text);
    if (!share || (*share > 0 && *share <= 100)) return share;
    const bool is_nothing = *share <= 0;
    return QuantityError{is_nothing ? "restore-empty" : "value-out-of-range",
                         fmt::format("{} is {}", firn::quoted(text),
                                     is_nothing ? "no share of archives" : "more than all of the archives"),
                         "more than 0 % and at most 100 %",
                         {}};
}

}  // namespace

RestoreReading::RestoreReading(const RestoreOptions& options) : options_{options} {}

const std::string* RestoreReading::text_of(const std::string& option) const {
    const auto found = options_.texts.find(option);
    return found == options_.texts.end() ? nullptr : &found->second;
}

bool RestoreReading::stays_in_region() const { return options_.stay_in_region; }

std::optional<std::int64_t> RestoreReading::positive(const std::string& option, std::int64_t most) {
    const auto count = value(option, parse_count);
    if (!count || (*count > 0 && *count <= most)) return count;
    if (*count > most) {
        report(option, {"value-out-of-range",
                        fmt::format("{} is more than can be", *count),
                        fmt::format("1 to {}", most),
                        {}});
    } else {
        report(option, {"number-zero", "\"0\" is nothing", "a whole number above zero", {}});
    }
    return std::nullopt;
}

std::optional<Rational> RestoreReading::share(const std::string& option) {
    return value(option, parse_share);
}

std::optional<restore::Pacing> RestoreReading::pacing(const std::string& option) {
    const std::string* text = text_of(option);
    if (text == nullptr) return std::nullopt;
    const auto pacing = restore::parse_pacing(*text);
    if (!pacing) {
        report(option, {"pacing-unknown",
                        fmt::format("{} is no pacing", firn::quoted(*text)),
                        "none, link, deadline, free or capacity",
                        {}});
    }
    return pacing;
}

std::optional<usage::RetrievalRule> RestoreReading::rule(const std::string& option) {
    const std::string* text = text_of(option);
    if (text == nullptr) return std::nullopt;
    for (const auto rule : {usage::RetrievalRule::first_faq, usage::RetrievalRule::reworked_faq}) {
        if (*text == usage::to_text(rule)) return rule;
    }
    report(option, {"rule-unknown",
                    fmt::format("{} is no rule of the retrieval fee", firn::quoted(*text)),
                    "first-faq or reworked-faq",
                    {}});
    return std::nullopt;
}

void RestoreReading::require(const std::string& option, const char* example) {
    if (text_of(option) != nullptr) return;
    add({.code = "argument-missing",
         .what = fmt::format("firn restore: {} is required where no scenario is named", option),
         .expected = example,
         .remedy = "firn restore --help shows what there is"});
}

void RestoreReading::report(const std::string& option, QuantityError error) {
    add({.code = std::move(error.code),
         .where = {option, 0, 0},
         .what = std::move(error.what),
         .expected = std::move(error.expected),
         .remedy = std::move(error.remedy)});
}

void RestoreReading::add(Diagnostic diagnostic) { faults_.push_back(std::move(diagnostic)); }

void RestoreReading::add(Diagnostics diagnostics) { append(faults_, std::move(diagnostics)); }

}  // namespace firn::cli
