#include "core/alternatives/models.hpp"

#include "core/units/counted_text.hpp"

#include <cstdint>

namespace firn::alternatives {

Product Situation::wages(const Rational& hours, std::size_t month) const {
    return Product{hours} * alternative.parameters["labour"] * inflation[month];
}

std::vector<Rational> price_factors(const Situation& situation, const Rational& yearly_change) {
    std::vector<Rational> factors = situation.growth.of(yearly_change);
    for (std::size_t i = 0; i < factors.size(); ++i) {
        const int year = static_cast<int>(situation.demand.months[i].month.month().year());
        for (const Shock& shock : situation.alternative.shocks) {
            if (shock.year == year) factors[i] *= shock.factor;
        }
    }
    return factors;
}

std::string counted(const Rational& count, std::string_view one, std::string_view many) {
    return firn::counted(static_cast<std::uint64_t>(floor_of(count + Rational{1, 2})), one, many);
}

int whole(const Rational& value) { return static_cast<int>(ceil_of(value)); }

}  // namespace firn::alternatives
