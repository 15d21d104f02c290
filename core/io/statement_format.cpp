#include "core/io/statement_format.hpp"

#include "core/units/billing_period.hpp"
#include "core/units/time.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace firn::io {

namespace {

constexpr std::array<std::pair<StatementFormat, std::string_view>, 6> kNames{
    {{StatementFormat::cur, "cur"},
     {StatementFormat::cur2, "cur2"},
     {StatementFormat::focus, "focus"},
     {StatementFormat::dbr, "dbr"},
     {StatementFormat::cost_explorer, "cost-explorer"},
     {StatementFormat::list, "list"}}};

bool has(const std::vector<std::string>& headings, std::string_view heading) {
    return std::find(headings.begin(), headings.end(), heading) != headings.end();
}

template <class Predicate>
bool all_but_first(const std::vector<std::string>& headings, Predicate predicate) {
    return headings.size() > 1 && std::all_of(headings.begin() + 1, headings.end(), predicate);
}

bool is_matrix(const std::vector<std::string>& headings) {
    const auto is_total = [](const std::string& heading) {
        return plain_heading(heading).starts_with("total");
    };
    return all_but_first(headings, [&](const std::string& h) { return is_date_heading(h) || is_total(h); }) ||
           all_but_first(headings, is_cost_heading);
}

}  // namespace

std::string_view name_of(StatementFormat format) {
    for (const auto& [known, name] : kNames) {
        if (known == format) return name;
    }
    return {};
}

std::optional<StatementFormat> statement_format_named(std::string_view name) {
    for (const auto& [format, known] : kNames) {
        if (known == name) return format;
    }
    return std::nullopt;
}

std::vector<std::string> statement_format_names() {
    std::vector<std::string> names;
    for (const auto& [format, name] : kNames)
        names.emplace_back(name);
    return names;
}

std::optional<StatementFormat> recognise_statement(const std::vector<std::string>& headings) {
    const auto begins = [&](std::string_view word) {
        return std::any_of(headings.begin(), headings.end(),
                           [&](const std::string& heading) { return heading.starts_with(word); });
    };
    if (begins("lineItem/")) return StatementFormat::cur;
    if (begins("line_item_")) return StatementFormat::cur2;
    if (has(headings, "BilledCost") || has(headings, "ChargeCategory")) return StatementFormat::focus;
    if (has(headings, "RecordType")) return StatementFormat::dbr;
    if (is_matrix(headings)) return StatementFormat::cost_explorer;
    const bool is_list = std::any_of(headings.begin(), headings.end(), [](const std::string& heading) {
        const std::string plain = plain_heading(heading);
        return plain == "usage_type" || plain == "usagetype";
    });
    return is_list ? std::optional{StatementFormat::list} : std::nullopt;
}

char delimiter_of_header(std::string_view header) {
    constexpr std::array<char, 3> kDelimiters{',', ';', '\t'};
    const auto count = [&](char c) { return std::count(header.begin(), header.end(), c); };
    return *std::max_element(kDelimiters.begin(), kDelimiters.end(),
                             [&](char a, char b) { return count(a) < count(b); });
}

std::string plain_heading(std::string_view heading) {
    std::string plain;
    for (const char c : heading) {
        const bool is_upper = c >= 'A' && c <= 'Z';
        const bool is_kept = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        plain += is_upper ? static_cast<char>(c - 'A' + 'a') : is_kept ? c : '_';
    }
    return plain;
}

bool is_date_heading(std::string_view heading) {
    return BillingPeriod::parse(heading).has_value() ||
           (heading.size() == std::string_view{"2026-08-01"}.size() && parse_rfc3339(heading).has_value());
}

bool is_cost_heading(std::string_view heading) {
    if (!heading.ends_with(')')) return false;
    const std::size_t open = heading.rfind('(');
    if (open == std::string_view::npos) return false;
    const std::string_view currency = heading.substr(open + 1, heading.size() - open - 2);
    constexpr std::size_t kCodeLength = 3;
    const bool is_code =
        currency.size() == kCodeLength &&
        std::all_of(currency.begin(), currency.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
    return is_code || currency == "$";
}

}  // namespace firn::io
