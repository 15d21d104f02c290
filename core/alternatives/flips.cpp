#include "core/alternatives/comparison.hpp"
#include "core/alternatives/finance.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

namespace firn::alternatives {

namespace {

constexpr int kSteps = 60;
constexpr unsigned kPlaces = 9;

/// What changes chances and times rather than money; larger drives of later years are not for the one who
/// plans to turn.
constexpr std::array<std::string_view, 9> kWithoutCost{"site_loss",  "capacity_growth", "account_loss",
                                                       "first_byte", "bit_errors",      "repair_time",
                                                       "readers",    "drive_rate",      "tape_rate"};

/// Cheapest and next as they are now, and one parameter at a time.
class Balance {
  public:
    explicit Balance(const Results& results)
        : results_{results},
          winner_{results.ranking[0]},
          next_{results.ranking[1]},
          discount_{discount_factors(results.comparison.discount_rate, results.demand.months.size())} {}

    /// Where one assumption of `owner` turns the answer, if it does between nought and ten times its value.
    [[nodiscard]] std::optional<Flip> search(std::size_t owner, const Parameter& parameter) const {
        for (const Rational& end : ends_of(parameter)) {
            const Rational at_end = lead(owner, parameter.key, end);
            if (at_end >= 0) continue;
            const Rational value = closed_in(owner, parameter, end, at_end);
            return Flip{owner, parameter.key, parameter.unit, parameter.value, value, next_};
        }
        return std::nullopt;
    }

  private:
    /// How far an assumption is moved, downwards and upwards.
    static std::vector<Rational> ends_of(const Parameter& one) {
        if (one.key.ends_with("_change")) return {Rational{-1, 2}, Rational{1, 2}};
        if (std::find(kWithoutCost.begin(), kWithoutCost.end(), one.key) != kWithoutCost.end()) return {};
        if (one.key == "fill" || one.key == "resale") return {one.value / 10, Rational{1}};
        if (one.value == 0) return {Rational{one.dear}};
        return {one.value / 10, one.value * 10};
    }

    /// By how much the next one is dearer, with one assumption at this value; below nought: the answer is
    /// turned.
    [[nodiscard]] Rational lead(std::size_t owner, const std::string& key, const Rational& value) const {
        Comparison changed = results_.comparison;
        changed.alternatives[owner].parameters.find(key)->value = value;
        return npv(changed, next_, owner) - npv(changed, winner_, owner);
    }

    [[nodiscard]] Rational npv(const Comparison& changed, std::size_t i, std::size_t owner) const {
        const Alternative& one = changed.alternatives[i];
        const bool is_same =
            i != owner && one.kind != Kind::set && changed.alternatives[owner].name != changed.current;
        if (is_same) return results_.outcomes[i].figures.npv.amount();
        const auto course = course_of(changed, one, results_.demand);
        return present_value(cash_of(*course), discount_).amount();
    }

    /// The value nearest to the assumption, to nine decimals, at which the answer is turned: along the chord
    /// where the lead falls evenly, by halves otherwise.
    [[nodiscard]] Rational closed_in(std::size_t owner, const Parameter& parameter, const Rational& end,
                                     const Rational& lead_at_end) const {
        const unsigned places = is_whole(parameter) ? 0 : kPlaces;
        Rational as_is = parameter.value;
        Rational turned = end;
        Rational ahead =
            results_.outcomes[next_].figures.npv.amount() - results_.outcomes[winner_].figures.npv.amount();
        Rational behind = lead_at_end;
        for (int step = 0; step < kSteps; ++step) {
            const Rational grain = Rational{Integer{1}, boost::multiprecision::pow(Integer{10}, places)} *
                                   (turned > as_is ? 1 : -1);
            Rational next = (as_is + turned) / 2;
            if (step % 3 == 0) next = as_is + (turned - as_is) * ahead / (ahead - behind) + grain;
            if (step % 3 == 1) next = turned - grain;
            next = round_half_up(next, places);
            if (next == as_is || next == turned) {
                if (step % 3 == 2) break;
                continue;
            }
            const Rational here = lead(owner, parameter.key, next);
            (here < 0 ? turned : as_is) = next;
            (here < 0 ? behind : ahead) = here;
            if (here >= 0 && step % 3 == 1) break;  // one grain further it is turned, here it is not
        }
        return turned;
    }

    static bool is_whole(const Parameter& parameter) {
        return parameter.unit == ParameterUnit::months || parameter.key == "copies" ||
               parameter.key == "replicas" || parameter.key.ends_with("_units");
    }

    const Results& results_;
    std::size_t winner_;
    std::size_t next_;
    std::vector<Rational> discount_;
};

/// How many times its value an assumption has to move, either way.
Rational distance(const Flip& flip) {
    if (flip.base <= 0 || flip.flips_at <= 0) return Rational{abs(flip.flips_at - flip.base) + 1};
    return flip.flips_at > flip.base ? Rational{flip.flips_at / flip.base}
                                     : Rational{flip.base / flip.flips_at};
}

}  // namespace

std::vector<Flip> flips_of(const Results& results, std::size_t most) {
    std::vector<Flip> flips;
    if (results.ranking.size() < 2) return flips;
    const Balance balance{results};
    for (const std::size_t owner : {results.ranking[0], results.ranking[1]}) {
        for (const Parameter& parameter : results.comparison.alternatives[owner].parameters.all()) {
            if (auto flip = balance.search(owner, parameter)) flips.push_back(*std::move(flip));
        }
    }
    std::stable_sort(flips.begin(), flips.end(),
                     [](const Flip& a, const Flip& b) { return distance(a) < distance(b); });
    if (flips.size() > most) flips.resize(most);
    return flips;
}

}  // namespace firn::alternatives
