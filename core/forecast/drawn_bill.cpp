#include "core/forecast/drawn_bill.hpp"

#include <cstddef>

namespace firn::forecast {

DrawnBill drawn_bill(const pricing::Bill& bill, const std::vector<MonthlyArrivals>& arrivals) {
    DrawnBill drawn(bill.periods.size());
    for (std::size_t i = 0; i < drawn.size(); ++i) {
        drawn[i].total = bill.periods[i].total;
        drawn[i].bytes = static_cast<double>(arrivals[i].bytes.count());
        for (const pricing::LineItem& line : bill.periods[i].lines)
            drawn[i].by_charge[line.charge] += line.cost;
    }
    return drawn;
}

Money total_of(const DrawnBill& bill) {
    Money total;
    for (const DrawnMonth& month : bill)
        total += month.total;
    return total;
}

}  // namespace firn::forecast
