#include "core/alternatives/finance.hpp"

#include <cassert>
#include <cmath>
#include <cstdint>

namespace firn::alternatives {

namespace {

constexpr unsigned kPlaces = 40;
constexpr unsigned kMonths = 12;
constexpr unsigned kFactorPlaces = 12;

Integer power(const Integer& base, unsigned exponent) { return boost::multiprecision::pow(base, exponent); }

const Integer& scale() {
    static const Integer kScale = boost::multiprecision::pow(Integer{10}, kPlaces);
    return kScale;
}

/// n / d to the nearest integer, halves up; d is above nought.
Integer nearest(const Integer& n, const Integer& d) {
    const Integer twice = 2 * n + d;
    Integer quotient = twice / (2 * d);
    if (twice < 0 && quotient * 2 * d != twice) --quotient;
    return quotient;
}

/// The value in units of 10^-40.
Integer scaled(const Rational& value) {
    return nearest(Integer{numerator(value) * scale()}, Integer{denominator(value)});
}

/// A number that is above the twelfth root of n: the leading bits decide it, so that few steps remain. What
/// it is exactly does not matter to the root.
Integer above_twelfth_root(const Integer& n) {
    constexpr unsigned kLeading = 60;
    constexpr unsigned kFraction = 40;
    const unsigned bits = boost::multiprecision::msb(n) + 1;
    unsigned shift = bits > kLeading ? bits - kLeading : 0;
    shift += (kMonths - shift % kMonths) % kMonths;
    const double leading = Integer{n >> shift}.convert_to<double>() + 1;
    const double root = std::pow(leading, 1.0 / kMonths) * 1.000000001;
    const Integer scaled_root{static_cast<std::int64_t>(std::ldexp(root, kFraction)) + 1};
    const Integer wide = scaled_root << (shift / kMonths);
    return Integer{(wide >> kFraction) + 1};
}

/// The largest integer whose twelfth power is not above `n`, by Newton's steps from above.
Integer twelfth_root(const Integer& n) {
    if (n == 0) return 0;
    Integer root = above_twelfth_root(n);
    while (true) {
        const Integer next = ((kMonths - 1) * root + n / power(root, kMonths - 1)) / kMonths;
        if (next >= root) return root;
        root = next;
    }
}

}  // namespace

Rational monthly_growth(const Rational& yearly_rate) {
    const Rational yearly = 1 + yearly_rate;
    assert(yearly > 0);
    const Integer powered = numerator(yearly) * power(scale(), kMonths) / denominator(yearly);
    return Rational{twelfth_root(powered), scale()};
}

std::vector<Rational> discount_factors(const Rational& yearly_rate, std::size_t months) {
    const Integer monthly = scaled(Rational{1 / monthly_growth(yearly_rate)});
    std::vector<Rational> factors;
    Integer factor = scale();
    while (factors.size() <= months) {
        factors.emplace_back(factor, scale());
        factor = nearest(Integer{factor * monthly}, scale());
    }
    return factors;
}

std::vector<Rational> growth_factors(const Rational& yearly_rate, std::size_t months) {
    if (yearly_rate == 0) return std::vector<Rational>(months, Rational{1});
    const Integer monthly = scaled(monthly_growth(yearly_rate));
    const Integer shown = power(Integer{10}, kFactorPlaces);
    const Integer cut = scale() / shown;
    std::vector<Rational> factors;
    Integer factor = scale();
    while (factors.size() < months) {
        factors.emplace_back(nearest(factor, cut), shown);
        factor = nearest(Integer{factor * monthly}, scale());
    }
    return factors;
}

Money net_present_value(const std::vector<Money>& flows, const Rational& rate) {
    Money sum;
    Rational factor{1};
    for (const Money& flow : flows) {
        sum += Money{flow.amount() * factor};
        factor /= 1 + rate;
    }
    return sum;
}

Money present_value(const std::vector<Money>& flows, const std::vector<Rational>& factors) {
    assert(factors.size() >= flows.size());
    Integer sum;
    for (std::size_t i = 0; i < flows.size(); ++i) {
        if (flows[i].is_zero()) continue;
        const Rational& flow = flows[i].amount();
        const Integer divisor = denominator(factors[i]);
        const Integer units = numerator(factors[i]) * (scale() / divisor);
        // Factors are whole numbers of 10^-40, as discount_factors() makes them: numbers half as long.
        if (units * divisor == numerator(factors[i]) * scale())
            sum += nearest(Integer{numerator(flow) * units}, denominator(flow));
        else
            sum += nearest(Integer{numerator(flow) * numerator(factors[i]) * scale()},
                           Integer{denominator(flow) * divisor});
    }
    return Money{Rational{sum, scale()}};
}

Rational capital_recovery(const Rational& yearly_rate, const Rational& discount_at_end,
                          const Rational& years) {
    if (yearly_rate == 0) return 1 / years;
    return yearly_rate / (1 - discount_at_end);
}

Rational discount_over_years(const Rational& yearly_rate, unsigned years) {
    Rational factor{1};
    for (unsigned i = 0; i < years; ++i)
        factor /= 1 + yearly_rate;
    return factor;
}

const std::vector<Rational>& five_year_property() {
    static const std::vector<Rational> kShares{Rational{20, 100},     Rational{32, 100},
                                               Rational{192, 1000},   Rational{1152, 10000},
                                               Rational{1152, 10000}, Rational{576, 10000}};
    return kShares;
}

Money straight_line(const Money& cost, const Money& salvage, unsigned years) {
    return Money{(cost - salvage).amount() / years};
}

}  // namespace firn::alternatives
