// The numbers of one run and the figures of --replicates are the same.
#include "cli/program.hpp"
#include "core/report/json_value.hpp"
#include "core/units/rational.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

using namespace firn;
using report::Json;

namespace {

/// What is a number and no figure: provenance, what was asked for, prices, and what only numbers things.
constexpr std::array<std::string_view, 12> kNoFigures{
    "firn",    "pipeline", "bundle_bytes", "max_age_us", "fingerprint", "exchange",
    "workers", "hour",     "size_bytes",   "target_us",  "unit_price",  "sku"};
/// Lists of the usage and of notes whose items are not the same in two runs.
constexpr std::array<std::string_view, 3> kSingleEvents{"retrievals", "copies", "deletions"};
/// Keys that say what an item is, of lists in which one may be missing.
constexpr std::array<std::string_view, 6> kNames{"name", "resource", "charge", "class", "kind", "tier"};
constexpr std::array<std::string_view, 5> kNamedLists{"pools", "outages", "storage", "requests", "lines"};

template <class List>
bool is_among(std::string_view text, const List& list) {
    return std::find(list.begin(), list.end(), text) != list.end();
}

std::string place_in(const std::string& list, const Json& item, std::size_t place) {
    if (!is_among(list, kNamedLists)) return std::to_string(place + 1);
    std::string name;
    for (const std::string_view key : kNames) {
        if (const auto part = item.find(std::string{key}); part != item.end())
            name += (name.empty() ? "" : ".") + part->get<std::string>();
    }
    return name;
}

/// The numbers of an answer by their paths; those of text, too, where they are nothing but digits and a
/// point.
void collect(const Json& value, const std::string& path, const std::string& key,
             std::map<std::string, Rational>& numbers) {
    if (is_among(key, kNoFigures)) return;
    if (value.is_object()) {
        for (const auto& [name, member] : value.items())
            collect(member, path.empty() ? name : path + '.' + name, name, numbers);
    } else if (value.is_array() && !is_among(key, kSingleEvents)) {
        for (std::size_t i = 0; i < value.size(); ++i) {
            std::string item = path + '.' + place_in(key, value[i], i);
            const std::string prefix = item + '.';
            const auto after = numbers.lower_bound(prefix);
            if (after != numbers.end() && after->first.starts_with(prefix)) item += ".2";
            collect(value[i], item, "", numbers);
        }
    } else if (value.is_number() || value.is_string()) {
        const auto number = parse_decimal(value.is_string() ? value.get<std::string>() : value.dump());
        if (number) numbers.emplace(path, *number);
    }
}

Json answer_to(std::vector<std::string> arguments, const std::vector<std::string>& more) {
    arguments.insert(arguments.end(), more.begin(), more.end());
    std::ostringstream out;
    std::ostringstream err;
    cli::Console console{out, err};
    const cli::ExitCode code = cli::run_program(arguments, console);
    INFO(err.str());
    REQUIRE(code == cli::ExitCode::done);
    return Json::parse(out.str());
}

Rational number_of(const Json& value) {
    return *parse_decimal(value.is_string() ? value.get<std::string>() : value.dump());
}

/// What stands at a path whose keys and places have no points in them.
const Json& value_at(const Json& answer, const std::string& path) {
    const Json* value = &answer;
    std::istringstream parts{path};
    std::string list;
    for (std::string part; std::getline(parts, part, '.'); list = part) {
        if (value->is_object()) {
            value = &value->at(part);
            continue;
        }
        std::size_t place = 0;
        while (place < value->size() && place_in(list, (*value)[place], place) != part)
            ++place;
        value = &value->at(place);
    }
    return *value;
}

/// Runs the scenario once and twice; the first of the two runs is that one.
void check_scenario(const std::string& scenario, const std::vector<std::string>& settings) {
    std::vector<std::string> arguments{"simulate", std::string{FIRN_SOURCE_DIR "/scenarios/"} + scenario,
                                       "--format", "json", "--quiet"};
    arguments.insert(arguments.end(), settings.begin(), settings.end());
    std::map<std::string, Rational> numbers;
    collect(answer_to(arguments, {}), "", "", numbers);
    const Json answer = answer_to(arguments, {"--replicates", "2"});
    const Json& figures = answer["replicates"]["figures"];
    for (const auto& [path, number] : numbers) {
        INFO(path);
        REQUIRE(figures.contains(path));
        const Json& figure = figures[path];
        if (figure["runs"] == 0) {
            CHECK(number == 0);  // times of no file
            continue;
        }
        CHECK(number_of(figure["min"]) <= number);
        CHECK(number <= number_of(figure["max"]));
    }
    CHECK(numbers.size() > 150);
}

}  // namespace

TEST_CASE("each number of a run with everything on is a figure of its replicates", "[cli]") {
    check_scenario("w3/scenario.yaml", {"--files", "2000"});
}

TEST_CASE("replicates have the figures that a person asks for by name", "[cli]") {
    const Json answer = answer_to({"simulate", FIRN_SOURCE_DIR "/scenarios/w3/scenario.yaml", "--files",
                                   "2000", "--format", "json", "--quiet"},
                                  {"--set", "months=2", "--replicates", "2"});
    const Json& figures = answer["replicates"]["figures"];
    for (const char* name : {"service.pools.fetchers.busy_peak", "service.pools.uploaders.busy_mean",
                             "service.audit.round_years", "service.reads.reads_a_year",
                             "service.full_checks.1.bytes", "service.deletions.early_age_mean_us",
                             "service.deletions.dead_bytes_most", "service.backfill.switch_off_us",
                             "months.1.bill.lines.storage.glacier.cost_exact", "months.1.bill.total"}) {
        INFO(name);
        REQUIRE(figures.contains(name));
        CHECK(figures[name]["runs"] == 2);
    }
    CHECK_FALSE(figures.contains("service.reads.backfill_read_us"));
    CHECK_FALSE(figures.contains("service.deletions.dead_now"));
}

TEST_CASE("each number of a run with restores is a figure of its replicates", "[cli]") {
    check_scenario("restores-today/scenario.yaml", {});
}

TEST_CASE("each number of years of the whole service is a figure of its replicates", "[cli]") {
    check_scenario("imvu-service/scenario.yaml", {"--files", "3000", "--set", "backfill.files=2000"});
}

TEST_CASE("the figures of replicates bear no name that a run does not have", "[cli]") {
    const std::vector<std::string> arguments{
        "simulate", FIRN_SOURCE_DIR "/scenarios/w3/scenario.yaml", "--files", "2000", "--format", "json",
        "--quiet"};
    std::map<std::string, Rational> numbers;
    const Json run = answer_to(arguments, {});
    collect(run, "", "", numbers);
    const Json answer = answer_to(arguments, {"--replicates", "2"});
    for (const auto& [path, figure] : answer["replicates"]["figures"].items()) {
        // What the second run alone is billed for has a path of its months; a figure that is null has no
        // number.
        if (numbers.contains(path) || path.starts_with("months.")) continue;
        INFO(path);
        CHECK(value_at(run, path).is_null());
    }
}
