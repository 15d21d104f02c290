#include "core/planner/move_stock.hpp"

#include "core/backup/ordered_files.hpp"

#include <algorithm>
#include <iterator>
#include <limits>

namespace firn::planner {

namespace {

constexpr Bytes kFirst = Bytes::from_kib(128);
constexpr Bytes kLast = Bytes::from_mib(128);
constexpr Bytes kEnd{std::numeric_limits<std::int64_t>::max()};

template <class Wanted>
MoveStock only(const MoveStock& stock, Wanted wanted) {
    MoveStock part;
    std::copy_if(stock.ranges.begin(), stock.ranges.end(), std::back_inserter(part.ranges), wanted);
    return part;
}

}  // namespace

MoveStock empty_stock() {
    MoveStock stock{{{.from = Bytes{0}, .below = kFirst}}};
    for (Bytes from = kFirst; from < kLast; from = from * 2)
        stock.ranges.push_back({.from = from, .below = from * 2});
    stock.ranges.push_back({.from = kLast, .below = kEnd});
    return stock;
}

void add_objects(MoveStock& stock, Bytes size, std::int64_t objects) {
    const auto range = std::find_if(stock.ranges.begin(), stock.ranges.end() - 1,
                                    [&](const SizeRange& r) { return size < r.below; });
    range->objects += objects;
    range->bytes += size * objects;
    range->tar += Bytes{static_cast<std::int64_t>(backup::tar_bytes_of(size))} * objects;
}

SizeRange all_of(const MoveStock& stock) {
    if (stock.ranges.empty()) return {};
    SizeRange all{.from = stock.ranges.front().from, .below = stock.ranges.back().below};
    for (const SizeRange& range : stock.ranges) {
        all.objects += range.objects;
        all.bytes += range.bytes;
        all.tar += range.tar;
    }
    return all;
}

MoveStock below(const MoveStock& stock, Bytes threshold) {
    return only(stock, [&](const SizeRange& range) { return range.from < threshold; });
}

MoveStock at_least(const MoveStock& stock, Bytes threshold) {
    return only(stock, [&](const SizeRange& range) { return range.from >= threshold; });
}

}  // namespace firn::planner
