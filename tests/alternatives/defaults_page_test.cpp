#include "core/alternatives/alternative.hpp"
#include "core/alternatives/defaults.hpp"
#include "core/alternatives/shown_value.hpp"
#include "tests/support/catch.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

using namespace firn;
using namespace firn::alternatives;

// The tables of all defaults in docs/alternatives.md are what the program has. FIRN_ACCEPT=1 writes them
// anew.

namespace {

constexpr int kFirstYear = 2000;
constexpr int kLastYear = 2040;
const std::string kBegin = "<!-- defaults: begin -->\n";
const std::string kEnd = "<!-- defaults: end -->\n";

std::string unit_of(const Parameter& one) {
    const std::string what{counts_what(one.key)};
    switch (one.unit) {
        case ParameterUnit::number:
            return what.empty() ? "number" : what;
        case ParameterUnit::money:
            return fmt::format("{}{}{}", one.currency.empty() ? "money" : one.currency,
                               what.empty() ? "" : " ", what);
        case ParameterUnit::bytes:
            return "bytes";
        case ParameterUnit::hours:
            return "time";
        case ParameterUnit::months:
            return "months";
        case ParameterUnit::rate:
            return "bytes or bits a second";
        case ParameterUnit::percent:
            return "%";
    }
    return {};
}

/// Without the year.
std::string row_of(const Parameter& one) {
    if (one.key == "per_tb_month")
        return fmt::format("{} | must be stated | | | | {}", unit_of(one), one.source);
    const auto text = [&](const Rational& value) { return value_text(one.unit, value); };
    return fmt::format("{} | {} | {} | {} | {} | {}", unit_of(one), text(one.value), text(one.cheap),
                       text(one.dear), to_text(one.grade), one.source);
}

struct Dated {
    int year = 0;
    std::string row{};
};

/// The rows of one parameter, each from its first year on.
std::vector<Dated> rows_of(Kind kind, const std::string& service, const std::string& key) {
    std::vector<Dated> rows;
    for (int year = kFirstYear; year <= kLastYear; ++year) {
        const Parameters parameters = default_parameters(kind, year, service);
        std::string row = row_of(*parameters.find(key));
        if (rows.empty() || rows.back().row != row) rows.push_back({year, std::move(row)});
    }
    return rows;
}

std::string lines_of(Kind kind, const std::string& service, const std::string& key) {
    const std::vector<Dated> rows = rows_of(kind, service, key);
    std::string lines;
    for (const Dated& one : rows) {
        std::string from = rows.size() == 1 ? "" : fmt::format("from {}", one.year);
        if (rows.size() > 1 && one.year == kFirstYear) from = fmt::format("before {}", rows[1].year);
        lines += fmt::format("| `{}` | {} | {} |\n", key, from, one.row);
    }
    return lines;
}

std::vector<std::string> keys_of(Kind kind, const std::string& service) {
    std::vector<std::string> keys;
    const Parameters parameters = default_parameters(kind, kLastYear, service);
    for (const Parameter& one : parameters.all())
        keys.push_back(one.key);
    return keys;
}

std::string table(const std::string& title, const std::string& lines) {
    return fmt::format(
        "### {}\n\n| parameter | year | unit | default | low | high | grade | source |\n"
        "| --- | --- | --- | --- | --- | --- | --- | --- |\n{}\n",
        title, lines);
}

std::string table_of(Kind kind) {
    std::string lines;
    for (const std::string& key : keys_of(kind, {}))
        lines += lines_of(kind, {}, key);
    return table(std::string{to_text(kind)}, lines);
}

/// What all services have alike, and what each has of its own.
std::string tables_of_services() {
    constexpr Kind kKind = Kind::archive_service;
    const auto& services = archive_services();
    std::string common;
    std::string own;
    for (const std::string& key : keys_of(kKind, services.front())) {
        const std::string first = lines_of(kKind, services.front(), key);
        if (std::all_of(services.begin(), services.end(),
                        [&](const std::string& one) { return lines_of(kKind, one, key) == first; }))
            common += first;
    }
    for (const std::string& service : services) {
        std::string lines;
        for (const std::string& key : keys_of(kKind, service)) {
            const std::string line = lines_of(kKind, service, key);
            if (common.find(line) == std::string::npos) lines += line;
        }
        own += table("archive_service, " + service, lines);
    }
    return table("archive_service, all alike", common) + own;
}

std::string all_tables() {
    return table_of(Kind::usb_drives) + table_of(Kind::second_datacenter) + table_of(Kind::tape) +
           table_of(Kind::price_book) + table_of(Kind::vendor_quote) + tables_of_services();
}

std::string page_path() { return std::string{FIRN_SOURCE_DIR} + "/docs/alternatives.md"; }

std::string page() {
    std::ifstream file{page_path()};
    return {std::istreambuf_iterator<char>{file}, {}};
}

std::string with_tables(std::string text) {
    const auto begin = text.find(kBegin);
    const auto end = text.find(kEnd);
    REQUIRE(begin != std::string::npos);
    REQUIRE(end != std::string::npos);
    return text.substr(0, begin + kBegin.size()) + "\n" + all_tables() + text.substr(end);
}

}  // namespace

TEST_CASE("the page has every parameter of every kind with its default, range, grade and source",
          "[alternatives][page]") {
    const std::string expected = with_tables(page());
    if (std::getenv("FIRN_ACCEPT") != nullptr) std::ofstream{page_path()} << expected;  // NOLINT
    CHECK(page() == expected);
}

TEST_CASE("a default of some years says from when, and a price says its currency", "[alternatives][page]") {
    CHECK(all_tables().find("| `drive_price` | from 2025 | USD a drive | 205 | 164 | 307.5 | sourced |") !=
          std::string::npos);
    CHECK(all_tables().find("| `storage` |  | EUR a GB-month | 0.0013 | 0.00104 | 0.00156 | sourced |") !=
          std::string::npos);
}
