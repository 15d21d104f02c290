#include "core/alternatives/comparison.hpp"
#include "core/alternatives/finance.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <utility>

namespace firn::alternatives {

namespace {

constexpr int kSteps = 40;
constexpr int kChordSteps = 6;

/// What changes chances and times rather than money, or what a data sheet or a contract fixes; larger drives
/// of later years are not for the one who plans to turn.
constexpr std::array<std::string_view, 17> kFixed{
    "site_loss",  "capacity_growth", "account_loss", "first_byte",         "bit_errors",       "repair_time",
    "readers",    "drive_rate",      "tape_rate",    "cartridge_capacity", "drive_litres",     "minimum_days",
    "data_units", "parity_units",    "copies",       "replicas",           "drives_per_server"};

/// What an alternative costs by itself, and what it costs to let it run on beside another one.
struct OwnCost {
    Rational alone{};
    Rational beside{};
};

/// One assumption, moved towards an end at which the answer is turned.
struct Candidate {
    std::size_t owner = 0;
    const Parameter* parameter = nullptr;
    Rational end{};
    Rational lead{};  ///< at that end, below nought
};

/// How many times its value an assumption has to move, either way; a change of prices: by how much.
Rational distance(const Rational& base, const Rational& value) {
    if (base <= 0 || value <= 0) return Rational{abs(value - base) + 1};
    return value > base ? Rational{value / base} : Rational{base / value};
}

/// The value so far from the assumption on the way to an end.
Rational at_distance(const Rational& base, const Rational& end, const Rational& far) {
    if (base <= 0 || end <= 0) return end > base ? Rational{base + far - 1} : Rational{base - far + 1};
    return end > base ? Rational{base * far} : Rational{base / far};
}

/// Present values of all alternatives with one assumption changed. An alternative costs what its members cost
/// and the old way beside it, so that only the course of the one whose assumption it is has to be run.
class Balance {
  public:
    explicit Balance(const Results& results)
        : results_{results},
          winner_{results.ranking[0]},
          discount_{discount_factors(results.comparison.discount_rate, results.demand.months.size())},
          alone_{results.comparison} {
        alone_.current.clear();
        for (std::size_t i = 0; i < alone_.alternatives.size(); ++i) {
            const bool is_set = alone_.alternatives[i].kind == Kind::set;
            costs_.push_back(is_set ? OwnCost{} : cost_of(i));
        }
    }

    /// Every assumption that turns the answer at an end of its range.
    [[nodiscard]] std::vector<Candidate> candidates(const std::function<bool()>& is_cancelled) {
        std::vector<Candidate> all;
        const auto& alternatives = results_.comparison.alternatives;
        for (std::size_t owner = 0; owner < alternatives.size(); ++owner) {
            for (const Parameter& parameter : alternatives[owner].parameters.all()) {
                if (is_cancelled()) return {};
                for (const Rational& end : ends_of(parameter)) {
                    Rational at_end = lead(owner, parameter.key, end);
                    if (at_end < 0) all.push_back({owner, &parameter, end, std::move(at_end)});
                }
            }
        }
        return all;
    }

    /// Where the candidate turns the answer, if it does so nearer than `nearer_than`.
    [[nodiscard]] std::optional<Flip> search(Candidate one, const std::optional<Rational>& nearer_than) {
        const Parameter& parameter = *one.parameter;
        if (nearer_than && distance(parameter.value, one.end) > *nearer_than) {
            one.end = at_distance(parameter.value, one.end, *nearer_than);
            one.lead = lead(one.owner, parameter.key, one.end);
            if (one.lead >= 0) return std::nullopt;
        }
        Flip flip{one.owner, parameter.key, parameter.unit, parameter.value, closed_in(one), winner_};
        flip.cheapest_then = cheapest_with(flip);
        if (flip.cheapest_then == winner_) return std::nullopt;
        return flip;
    }

  private:
    /// How far an assumption is moved, downwards and upwards.
    static std::vector<Rational> ends_of(const Parameter& one) {
        if (one.key.ends_with("_change")) return {Rational{-1, 2}, Rational{1, 2}};
        if (std::find(kFixed.begin(), kFixed.end(), one.key) != kFixed.end()) return {};
        if (one.key == "fill" || one.key == "resale") return {one.value / 10, Rational{1}};
        if (one.value == 0) return {Rational{one.dear}};
        return {one.value / 10, one.value * 10};
    }

    [[nodiscard]] OwnCost cost_of(std::size_t i) const {
        const auto course = course_of(alone_, alone_.alternatives[i], results_.demand);
        OwnCost cost{.alone = present_value(cash_of(*course), discount_).amount()};
        if (alone_.alternatives[i].name != results_.comparison.current) return cost;
        std::vector<Money> running;
        const auto overlap = static_cast<std::size_t>(results_.comparison.overlap);
        for (std::size_t month = 0; month < std::min(overlap, course->months.size()); ++month)
            running.push_back(course->months[month].running);
        cost.beside = present_value(running, discount_).amount();
        return cost;
    }

    /// By how much the nearest other one is dearer than the cheapest of today, with one assumption at this
    /// value; below nought: the answer is turned.
    [[nodiscard]] Rational lead(std::size_t owner, const std::string& key, const Rational& value) {
        Rational& held = alone_.alternatives[owner].parameters.find(key)->value;
        const Rational before = std::exchange(held, value);
        const OwnCost base = std::exchange(costs_[owner], cost_of(owner));
        held = before;
        std::optional<Rational> nearest;
        for (std::size_t i = 0; i < costs_.size(); ++i) {
            if (i == winner_) continue;
            Rational cost = sum_of(i);
            if (!nearest || cost < *nearest) nearest = std::move(cost);
        }
        const Rational ahead = *nearest - sum_of(winner_);
        costs_[owner] = base;
        return ahead;
    }

    [[nodiscard]] Rational sum_of(std::size_t i) const {
        const Alternative& one = alone_.alternatives[i];
        bool is_current = one.name == results_.comparison.current;
        Rational sum = costs_[i].alone;
        Rational beside;
        for (std::size_t m = 0; m < costs_.size(); ++m) {
            const std::string& name = alone_.alternatives[m].name;
            beside += costs_[m].beside;
            if (std::find(one.members.begin(), one.members.end(), name) == one.members.end()) continue;
            sum += costs_[m].alone;
            is_current = is_current || name == results_.comparison.current;
        }
        return is_current ? sum : Rational{sum + beside};
    }

    /// The cheapest when everything is run again with the changed assumption.
    [[nodiscard]] std::size_t cheapest_with(const Flip& flip) const {
        Comparison changed = results_.comparison;
        changed.alternatives[flip.alternative].parameters.find(flip.key)->value = flip.flips_at;
        std::size_t best = 0;
        std::optional<Money> least;
        for (std::size_t i = 0; i < changed.alternatives.size(); ++i) {
            const auto course = course_of(changed, changed.alternatives[i], results_.demand);
            Money cost = present_value(cash_of(*course), discount_);
            if (least && cost >= *least) continue;
            least = std::move(cost);
            best = i;
        }
        return best;
    }

    /// The smallest step that counts: the last place that value_text() shows, so that what is shown turns the
    /// answer as it stands.
    static Rational grain_of(const Parameter& parameter) {
        const Rational size{abs(parameter.value == 0 ? parameter.dear : parameter.value)};
        switch (parameter.unit) {
            case ParameterUnit::months:
                return Rational{1};
            case ParameterUnit::percent:
                return Rational{1, 1'000'000};
            case ParameterUnit::hours:
            case ParameterUnit::rate:
                return parameter.unit == ParameterUnit::hours ? Rational{1, 1000} : Rational{1000};
            case ParameterUnit::bytes:
                return size < 1'000'000'000'000 ? Rational{1'000'000} : Rational{1'000'000'000};
            case ParameterUnit::number:
            case ParameterUnit::money:
                return size < 1 ? Rational{1, 100'000'000} : Rational{1, 10'000};
        }
        return Rational{1};
    }

    /// The value nearest to the assumption at which the answer is turned, to its grain: along the chord at
    /// first, which finds what falls evenly at once, by halves then.
    [[nodiscard]] Rational closed_in(const Candidate& one) {
        const Rational grain = grain_of(*one.parameter);
        const Rational forth = one.end > one.parameter->value ? grain : Rational{-grain};
        Rational as_is = one.parameter->value;
        Rational turned = one.end;
        Rational ahead = lead(one.owner, one.parameter->key, as_is);
        Rational behind = one.lead;
        for (int step = 0; step < kSteps && abs(turned - as_is) > grain; ++step) {
            const int turn = step < kChordSteps ? step % 3 : 2;
            Rational next = (as_is + turned) / 2;
            if (turn == 0) next = as_is + (turned - as_is) * ahead / (ahead - behind) + forth;
            if (turn == 1) next = turned - forth;
            next = grain * round_half_up(next / grain, 0);
            if (next == as_is || next == turned) continue;
            if ((next > as_is) == (next > turned)) continue;
            const Rational here = lead(one.owner, one.parameter->key, next);
            (here < 0 ? turned : as_is) = next;
            (here < 0 ? behind : ahead) = here;
        }
        return turned;
    }

    const Results& results_;
    std::size_t winner_;
    std::vector<Rational> discount_;
    Comparison alone_;  ///< without the old way beside it
    std::vector<OwnCost> costs_;
};

}  // namespace

std::vector<Flip> flips_of(const Results& results, std::size_t most,
                           const std::function<bool()>& is_cancelled) {
    const auto is_over = [&] { return is_cancelled && is_cancelled(); };
    std::vector<Flip> flips;
    if (results.ranking.size() < 2) return flips;
    Balance balance{results};
    const auto far = [](const Flip& flip) { return distance(flip.base, flip.flips_at); };
    for (const Candidate& candidate : balance.candidates(is_over)) {
        if (is_over()) return flips;
        const bool is_full = flips.size() == most;
        auto flip = balance.search(candidate, is_full ? std::optional{far(flips.back())} : std::nullopt);
        if (!flip) continue;
        if (is_full) flips.pop_back();
        flips.push_back(*std::move(flip));
        std::stable_sort(flips.begin(), flips.end(),
                         [&](const Flip& a, const Flip& b) { return far(a) < far(b); });
    }
    return flips;
}

}  // namespace firn::alternatives
