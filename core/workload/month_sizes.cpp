#include "core/workload/month_sizes.hpp"

namespace firn::workload {

MonthSizes::MonthSizes(const random::Stream& stream, SizeDistribution distribution, std::int64_t items,
                       Bytes bytes)
    : stream_{stream},
      distribution_{distribution},
      given_{bytes.count() >= items ? 1 : 0},
      shared_{static_cast<UInt128>(bytes.count() - given_ * items)} {
    if (distribution_.is_constant()) {
        weights_ = static_cast<UInt128>(items);
        return;
    }
    for (std::int64_t file = 0; file < items; ++file)
        weights_ += weight(file);
}

Bytes MonthSizes::next() {
    carry_ += shared_ * weight(file_++);
    const UInt128 share = carry_ / weights_;
    carry_ -= share * weights_;
    return Bytes{given_ + static_cast<std::int64_t>(share)};
}

std::uint64_t MonthSizes::weight(std::int64_t file) const {
    if (distribution_.is_constant()) return 1;
    return size_weight(distribution_, stream_.at(static_cast<std::uint64_t>(file)));
}

}  // namespace firn::workload
