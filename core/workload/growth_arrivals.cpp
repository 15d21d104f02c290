#include "core/workload/growth_arrivals.hpp"

#include "core/random/exponential.hpp"
#include "core/random/splitmix.hpp"
#include "core/units/rational.hpp"
#include "core/workload/arrival_sort.hpp"
#include "core/workload/fixed_point.hpp"

#include <algorithm>

namespace firn::workload {

namespace {

constexpr std::uint64_t kLn2Q32 = 2'977'044'472;
constexpr unsigned kFraction = 16;

/// One key for each process of a slot.
enum Process : std::uint64_t { singles, batch_begins, batch_sizes };

/// How far the clock goes for each halving of the probability, in 2^-16 microseconds: length * ln 2 /
/// expected. Nothing is expected: so far that the first gap never ends within the slot.
std::uint64_t scale_of(std::uint64_t length, std::uint64_t expected_q24) {
    if (expected_q24 == 0) return kMostQ32;
    const UInt128 scale = (static_cast<UInt128>(length) * kLn2Q32 << 8U) / expected_q24;
    return scale < kMostQ32 ? static_cast<std::uint64_t>(scale) : kMostQ32;
}

}  // namespace

PoissonPoints::PoissonPoints(std::uint64_t key, std::uint64_t length, std::uint64_t expected_q24)
    : counter_{key}, end_{length << kFraction}, scale_{scale_of(length, expected_q24)} {}

bool PoissonPoints::advance() {
    const std::uint64_t bits = random::mix(counter_ += random::kGolden);
    const UInt128 gap = static_cast<UInt128>(random::minus_log2_q32(bits)) * scale_ >> 32U;
    if (gap >= end_ - position_) return false;
    position_ += static_cast<std::uint64_t>(gap);
    return true;
}

void PoissonPoints::append_to(std::vector<std::uint32_t>& points) {
    constexpr std::size_t kAtOnce = 1024;
    std::size_t filled = points.size();
    PoissonPoints rest = *this;  // in registers, which members are not
    for (bool more = true; more;) {
        points.resize(filled + kAtOnce);
        const std::size_t room = points.size();
        while (filled < room && (more = rest.advance()))
            points[filled++] = static_cast<std::uint32_t>(rest.at());
    }
    points.resize(filled);
    *this = rest;
}

GrowthArrivals::GrowthArrivals(const Batches& batches) : batches_{batches}, sizes_{batches} {}

const std::vector<std::uint32_t>& GrowthArrivals::arrivals_of(const Slot& slot) {
    const std::uint64_t in_batches = times_q32(slot.files_q24, batches_.share.q32());
    times_.clear();
    PoissonPoints{random::draw(slot.key, Process::singles), slot.length, slot.files_q24 - in_batches}
        .append_to(times_);
    if (batches_.share.millionths == 0) return times_;
    begin_batches(slot);
    emit_batches(slot);
    sort_ascending(times_, slot.length, room_);
    return times_;
}

void GrowthArrivals::begin_batches(const Slot& slot) {
    const std::uint64_t in_batches = times_q32(slot.files_q24, batches_.share.q32());
    const auto expected =
        static_cast<std::uint64_t>((static_cast<UInt128>(in_batches) << 32U) / sizes_.mean_q32());
    PoissonPoints begins{random::draw(slot.key, Process::batch_begins), slot.length, expected};
    const std::uint64_t key = random::draw(slot.key, Process::batch_sizes);
    const auto spread = static_cast<std::uint64_t>(batches_.spread.count()) << kFraction;
    for (std::uint64_t n = 0; begins.advance(); ++n) {
        const auto files = static_cast<std::uint64_t>(sizes_.files(random::draw(key, n)));
        open_.push_back({.begin = static_cast<std::uint64_t>(slot.begin.count()) + begins.at(),
                         .gap = spread / files,
                         .next = 0,
                         .files = static_cast<std::uint32_t>(files)});
    }
}

/// Adds from each open batch the files that arrive within the slot.
void GrowthArrivals::emit_batches(const Slot& slot) {
    const auto begin = static_cast<std::uint64_t>(slot.begin.count());
    for (OpenBatch& batch : open_) {
        for (; batch.next < batch.files; ++batch.next) {
            const std::uint64_t arrival = batch.begin + (batch.next * batch.gap >> kFraction);
            if (arrival - begin >= slot.length) break;
            times_.push_back(static_cast<std::uint32_t>(arrival - begin));
        }
    }
    open_.erase(std::remove_if(open_.begin(), open_.end(),
                               [](const OpenBatch& batch) { return batch.next == batch.files; }),
                open_.end());
}

}  // namespace firn::workload
