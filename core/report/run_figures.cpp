#include "core/report/run_figures.hpp"

#include "core/report/run_json.hpp"
#include "core/units/quantity_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace firn::report {

namespace {

using planner::Figure;
using planner::FigureKind;
using std::string_view;

/// Of the whole answer: what was asked for, and what may look like a number.
constexpr std::array<string_view, 3> kNotOfTheRun{"bundle_bytes", "max_age_us", "fingerprint"};

/// Anywhere: settings, prices, conventions, instants and answers that may be null, the number of an hour, and
/// what people may call things.
constexpr std::array<string_view, 18> kNoFigures{
    "workers", "size_bytes", "target_us",     "target_bytes", "meets_target", "unit_price",
    "rules",   "done_at",    "switch_off_at", "complete_at",  "first_at",     "peak_hour",
    "hour",    "name",       "class",         "kind",         "tier",         "sku"};

/// Lists of things that have instants of their own in each run.
constexpr std::array<string_view, 3> kSingleEvents{"retrievals", "copies", "deletions"};

/// What says what an item of a list is; of other lists the place is the same in every run.
constexpr std::array<std::pair<string_view, string_view>, 5> kNamedItems{
    {{"pools", "name"},
     {"outages", "resource"},
     {"storage", "class"},
     {"requests", "class kind tier"},
     {"lines", "charge class kind tier"}}};

template <class List>
bool is_among(string_view key, const List& list) {
    return std::find(list.begin(), list.end(), key) != list.end();
}

bool ends_with(string_view text, string_view end) {
    return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

/// Of a key of the object that is the value of `parent`.
FigureKind kind_of(string_view parent, string_view key) {
    constexpr std::array<string_view, 5> kCosts{"cost", "cost_exact", "total", "total_exact",
                                                "converted_total"};
    constexpr std::array<string_view, 3> kGrades{"prices", "quantities", "weaker"};
    constexpr std::array<string_view, 3> kTimes{"live_meanwhile", "live_afterwards", "live_without"};
    if (is_among(key, kCosts) || is_among(parent, kGrades)) return FigureKind::cost;
    if (ends_with(key, "_us") || ends_with(parent, "_us") || is_among(parent, kTimes))
        return FigureKind::microseconds;
    if (key == "transfer_out" || ends_with(parent, "_bytes")) return FigureKind::bytes;
    return key.find("bytes") == string_view::npos ? FigureKind::count : FigureKind::bytes;
}

/// "12.5", "17 KiB", "1.5 B"; none: another text.
std::optional<Rational> number_of(const std::string& text) {
    if (const auto number = parse_decimal(text)) return number;
    if (const auto bytes = parse_bytes(text)) return Rational{bytes->count()};
    return ends_with(text, " B") ? parse_decimal(text.substr(0, text.size() - 2)) : std::nullopt;
}

/// What an item of a list is, by these of its keys: "storage.glacier".
std::string name_of(const Json& item, string_view keys) {
    std::string name;
    while (!keys.empty()) {
        const string_view key = keys.substr(0, keys.find(' '));
        keys.remove_prefix(std::min(key.size() + 1, keys.size()));
        const auto value = item.find(std::string{key});
        if (value != item.end()) name += (name.empty() ? "" : ".") + value->get<std::string>();
    }
    return name;
}

/// Walks an answer and collects what is a number.
class Figures {
  public:
    void add_answer(const Json& answer) {
        for (const auto& [key, value] : answer.items()) {
            if (!is_among(key, kNotOfTheRun)) add(key, "", key, value);
        }
    }

    [[nodiscard]] std::vector<Figure> take() && { return std::move(figures_); }

  private:
    void add(const std::string& path, string_view parent, const std::string& key, const Json& value) {
        if (is_among(key, kNoFigures)) return;
        if (value.is_object()) return add_object(path, key, value);
        if (value.is_array()) return add_list(path, key, value);
        if (value.is_null()) return push(path, parent, key, std::nullopt);
        const auto number = value.is_number()   ? parse_decimal(value.dump())
                            : value.is_string() ? number_of(value.get_ref<const std::string&>())
                                                : std::nullopt;
        if (number) push(path, parent, key, number);
    }

    void add_object(const std::string& path, const std::string& key, const Json& object) {
        const auto max = object.find("max");
        const bool are_times_of_nothing =
            object.contains("quantiles_exact") && max != object.end() && *max == 0;
        for (const auto& [name, value] : object.items()) {
            const bool is_none = are_times_of_nothing && name != "sum";
            add(path + '.' + name, key, name, is_none && value.is_number() ? Json(nullptr) : value);
        }
    }

    void add_list(const std::string& path, const std::string& key, const Json& list) {
        if (is_among(key, kSingleEvents)) return;
        const auto* named = std::find_if(kNamedItems.begin(), kNamedItems.end(),
                                         [&](const auto& names) { return names.first == key; });
        std::map<std::string, std::size_t> so_far;
        std::size_t place = 0;
        for (const Json& item : list) {
            ++place;
            if (!item.is_object()) continue;
            std::string name = std::to_string(place);
            if (named != kNamedItems.end()) {
                name = name_of(item, named->second);
                if (const std::size_t number = ++so_far[name]; number > 1) name += fmt::format(".{}", number);
            }
            add_object(path + '.' + name, key, item);
        }
    }

    void push(const std::string& path, string_view parent, string_view key,
              const std::optional<Rational>& value) {
        figures_.push_back({path, kind_of(parent, key), value});
    }

    std::vector<Figure> figures_;
};

}  // namespace

std::vector<Figure> figures_of(const SimulationReport& report) { return figures_in(run_json(report)); }

std::vector<Figure> figures_in(const Json& answer) {
    Figures figures;
    figures.add_answer(answer);
    return std::move(figures).take();
}

}  // namespace firn::report
