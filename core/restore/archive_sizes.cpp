#include "core/restore/archive_sizes.hpp"

#include <algorithm>
#include <numeric>

namespace firn::restore {

ArchiveSizes::ArchiveSizes(const std::vector<Bytes>& sizes) : before_{0} {
    before_.reserve(sizes.size() + 1);
    for (const Bytes size : sizes) {
        before_.push_back(before_.back() + size.count());
        largest_ = std::max(largest_, size);
    }
}

Bytes ArchiveSizes::bytes_before(std::int64_t archive) const {
    return Bytes{before_[static_cast<std::size_t>(archive)]};
}

Bytes ArchiveSizes::common_divisor() const {
    std::int64_t divisor = 0;
    for (std::size_t i = 0; i + 1 < before_.size() && divisor != 1; ++i)
        divisor = std::gcd(divisor, before_[i + 1] - before_[i]);
    return Bytes{std::max<std::int64_t>(1, divisor)};
}

std::int64_t ArchiveSizes::fitting(std::int64_t first, std::int64_t end, Bytes bytes) const {
    const auto from = before_.begin() + first;
    const std::int64_t room = std::min(bytes.count(), before_.back() - *from);
    const auto past = std::upper_bound(from, before_.begin() + end + 1, *from + room);
    return past - from - 1;
}

std::int64_t ArchiveSizes::fitting_before(std::int64_t end, Bytes bytes) const {
    const auto last = before_.begin() + end;
    const auto from = std::lower_bound(before_.begin(), last, *last - std::min(bytes.count(), *last));
    return last - from;
}

std::int64_t ArchiveSizes::reaching(Bytes bytes) const {
    const auto found = std::lower_bound(before_.begin(), before_.end(), bytes.count());
    return found == before_.end() ? count() : found - before_.begin();
}

}  // namespace firn::restore
