#pragma once

#include "core/alternatives/alternative.hpp"
#include "core/alternatives/demand.hpp"
#include "core/alternatives/growth_table.hpp"
#include "core/diag/result.hpp"
#include "core/units/rational.hpp"

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace firn::alternatives {

/// Present values of all alternatives, of which one assumption is moved at a time. An alternative costs what
/// its members cost and the old way beside it, so that only the course of the one whose assumption it is has
/// to be run again. Price books have billed the demand (BookBill).
class Balance {
  public:
    /// `winner`: the cheapest as things are. Sets and their members are as check() allows them. `growth`: a
    /// table of the demand's months that was used before; empty: one of its own.
    Balance(const Comparison& comparison, const Demand& demand, std::size_t winner,
            std::shared_ptr<GrowthTable> growth = {});

    /// The same for another thread: what is reckoned once is not shared with it.
    [[nodiscard]] Balance for_another_thread() const;

    /// By how much the nearest other one is dearer than the winner; below nought: the answer is turned.
    [[nodiscard]] Rational lead() const;
    /// Whether every alternative costs what can be added up; where not, lead() and cheapest() mean nothing.
    [[nodiscard]] bool is_reckoned() const;
    /// The lead with one assumption of one alternative at this value; absent where that cannot be reckoned.
    [[nodiscard]] std::optional<Rational> lead_with(std::size_t owner, const std::string& key,
                                                    const Rational& value);
    /// The cheapest then.
    [[nodiscard]] std::size_t cheapest_with(std::size_t owner, const std::string& key, const Rational& value);

    [[nodiscard]] std::size_t cheapest() const;
    /// What follows is discounted at another rate a year, above -1.
    void discount_at(const Rational& rate);

  private:
    /// What an alternative costs by itself, and what it costs to let it run on beside another one.
    struct OwnCost {
        std::vector<Money> cash{};
        std::vector<Money> beside_cash{};
        Rational alone{};
        Rational beside{};
        bool is_too_large = false;  ///< more than can be added up
    };

    /// Whether it is the old way, or a member of the set that is.
    [[nodiscard]] bool is_of_current(const std::string& name) const;
    [[nodiscard]] OwnCost cost_of(std::size_t i) const;
    void discount(OwnCost& cost) const;
    [[nodiscard]] Rational sum_of(std::size_t i) const;
    /// Runs one alternative with an assumption at a value; what it was is given back.
    [[nodiscard]] OwnCost move(std::size_t owner, const std::string& key, const Rational& value);

    const Demand& demand_;
    Comparison alone_;  ///< without the old way beside it
    std::string current_;
    std::size_t winner_;
    std::shared_ptr<GrowthTable> growth_;
    std::vector<Rational> inflation_;
    std::vector<Rational> discount_;
    std::vector<OwnCost> costs_;
};

}  // namespace firn::alternatives
