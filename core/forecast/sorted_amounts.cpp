#include "core/forecast/sorted_amounts.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <utility>

namespace firn::forecast {

namespace {

struct Keyed {
    double nearly = 0;
    Money amount{};
};

/// Far wider than what rounding to a floating point number moves, so that both ways give one order.
constexpr double kClose = 1e-12;

bool is_less(const Keyed& a, const Keyed& b) {
    if (std::abs(a.nearly - b.nearly) > kClose * (std::abs(a.nearly) + std::abs(b.nearly)))
        return a.nearly < b.nearly;
    return a.amount < b.amount;
}

}  // namespace

std::vector<Money> sorted_amounts(std::vector<Money> amounts) {
    std::vector<Keyed> keyed;
    keyed.reserve(amounts.size());
    for (Money& amount : amounts) {
        const auto nearly = static_cast<double>(amount.amount());
        keyed.push_back({nearly, std::move(amount)});
    }
    std::sort(keyed.begin(), keyed.end(), is_less);
    for (std::size_t i = 0; i < keyed.size(); ++i)
        amounts[i] = std::move(keyed[i].amount);
    return amounts;
}

}  // namespace firn::forecast
