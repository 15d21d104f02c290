#include "core/backup/fetch_stage.hpp"

#include "core/storage/multipart.hpp"

#include <algorithm>
#include <span>

namespace firn::backup {
namespace {

/// No sum of times reaches this before a block's times are checked.
constexpr UInt128 kSafeTime = static_cast<UInt128>(1) << 62U;

/// Moves the last `count` of the filled entries to the front.
template <class T>
void move_to_front(std::vector<T>& column, std::size_t filled, std::size_t count) {
    const auto end = column.begin() + static_cast<std::ptrdiff_t>(filled);
    std::copy(end - static_cast<std::ptrdiff_t>(count), end, column.begin());
}

/// The columns that the fetch stage writes.
struct Columns {
    std::span<Duration> completions;
    std::span<Duration> arrivals;
    std::span<Bytes> sizes;
    std::span<std::uint64_t> numbers;
};

Columns columns_of(OrderedFiles& out) { return {out.completions, out.arrivals, out.sizes, out.numbers}; }

/// Puts files whose fetches end at the same time into order of arrival.
void order_ties(OrderedFiles& out, std::size_t begin, std::size_t end) {
    struct File {
        std::uint64_t number;
        Duration arrival;
        Bytes size;
    };
    std::vector<File> files;
    for (std::size_t i = begin; i < end; ++i) {
        files.push_back({out.numbers[i], out.arrivals[i], out.sizes[i]});
    }
    std::sort(files.begin(), files.end(), [](const File& a, const File& b) { return a.number < b.number; });
    for (std::size_t i = begin; i < end; ++i) {
        const File& file = files[i - begin];
        out.numbers[i] = file.number;
        out.arrivals[i] = file.arrival;
        out.sizes[i] = file.size;
    }
}

void order_all_ties(OrderedFiles& out, std::size_t files) {
    std::size_t begin = 0;
    for (std::size_t i = 1; i <= files; ++i) {
        if (i < files && out.completions[i] == out.completions[begin]) continue;
        if (i - begin > 1) order_ties(out, begin, i);
        begin = i;
    }
}

void sum_up(OrderedFiles& out) {
    std::uint64_t raw = out.raw_before.front();
    std::uint64_t tar = out.tar_before.front();
    for (std::size_t i = 0; i < out.files; ++i) {
        raw += static_cast<std::uint64_t>(out.sizes[i].count());
        tar += tar_bytes_of(out.sizes[i]);
        out.raw_before[i + 1] = raw;
        out.tar_before[i + 1] = tar;
    }
}

}  // namespace

// Narrow keys leave the order of equal completions open. That is mended afterwards, in runs of at most one
// file a worker, unless a fetch may take no time at all: then such runs have no bound, and wide keys order
// them themselves.
FetchStage::FetchStage(const PipelineSettings& settings, Duration latest)
    : workers_{settings.fetchers},
      latency_{settings.fetch_latency},
      transfer_{settings.fetch_rate},
      latest_{latest},
      pool_{std::in_place_type<NarrowPool>, settings.fetchers},
      in_flight_(settings.fetchers) {
    if (latency_ == Duration{0}) pool_.emplace<WidePool>(workers_);
}

std::optional<Trouble> FetchStage::fetch(const workload::FileBlock& block, OrderedFiles& out) {
    if (auto trouble = time_fetches(block)) return trouble;
    drop_settled(out);
    make_room(out, block.files());
    std::visit(
        [&](auto& pool) {
            serve(pool, block, out);
            hold_back_ties(pool, out);
        },
        pool_);
    return settle(out);
}

std::optional<Trouble> FetchStage::finish(OrderedFiles& out) {
    drop_settled(out);
    take_remaining(out);
    held_ = 0;
    return settle(out);
}

std::optional<Trouble> FetchStage::time_fetches(const workload::FileBlock& block) {
    durations_.resize(block.files());
    UInt128 sum = 0;
    Bytes largest;
    for (std::size_t i = 0; i < block.files(); ++i) {
        const Duration duration = latency_ + transfer_.of(block.sizes[i]);
        durations_[i] = duration;
        longest_ = std::max(longest_, duration);
        largest = std::max(largest, block.sizes[i]);
        sum += static_cast<std::uint64_t>(duration.count());
    }
    if (largest > storage::kLargestArchive) return Trouble{Trouble::Kind::archive_too_large, largest};
    if (longest_ > latest_) return Trouble{Trouble::Kind::time_out_of_range, {}};
    // Everything in flight ends by last_start + longest; if then all of the block came one after the other:
    const Duration all_free = std::max(block.arrivals.back(), last_start_ + longest_);
    const UInt128 bound = static_cast<std::uint64_t>(all_free.count()) + sum;
    if (bound >= kSafeTime) return Trouble{Trouble::Kind::time_out_of_range, {}};
    const auto* narrow = std::get_if<NarrowPool>(&pool_);
    if (narrow != nullptr && bound >= static_cast<std::uint64_t>(narrow->keys().limit().count())) widen();
    return std::nullopt;
}

void FetchStage::widen() {
    std::vector<sim::NarrowKeys::Key> narrow(workers_);
    const NarrowPool& pool = std::get<NarrowPool>(pool_);
    const sim::NarrowKeys keys = pool.keys();
    pool.for_each_key([&](sim::NarrowKeys::Key key) { narrow[keys.worker(key)] = key; });
    WidePool wide{workers_};
    wide.set_keys([&](std::size_t leaf) {
        if (leaf >= workers_) return sim::WideKeys::kNever;
        const std::uint64_t order = leaf < started_ ? in_flight_[leaf].number + 1 : 0;
        return sim::WideKeys::key(keys.time(narrow[leaf]), order, static_cast<std::uint32_t>(leaf));
    });
    pool_ = std::move(wide);
}

void FetchStage::make_room(OrderedFiles& out, std::size_t more) const {
    const std::size_t room = filled_ + more + 1;
    if (out.completions.size() >= room) return;
    out.completions.resize(room);
    out.arrivals.resize(room);
    out.sizes.resize(room);
    out.numbers.resize(room);
    out.raw_before.resize(room + 1);
    out.tar_before.resize(room + 1);
}

// The hot loop of the whole simulation. It branches nowhere but in its own counting: which worker is free
// first, and when, comes from the tournament, and each file does the same steps. Everything it changes is a
// local variable, for the compiler must assume that the columns it writes could hold any member.
template <class Keys>
void FetchStage::serve(sim::FifoPool<Keys>& pool, const workload::FileBlock& block, OrderedFiles& out) {
    const Keys keys = pool.keys();
    auto matches = pool.tournament();
    const Columns to = columns_of(out);
    const std::span<InFlight> in_flight{in_flight_};
    std::uint64_t number = started_;
    std::size_t filled = filled_;
    UInt128 waited = 0;
    Duration start{};
    Duration last_end{-1};
    bool tied = false;
    for (std::size_t i = 0; i < block.files(); ++i) {
        const Duration end = keys.time(matches.winner);
        const std::uint32_t worker = keys.worker(matches.winner);
        InFlight& file = in_flight[worker];
        to.completions[filled] = end;
        to.arrivals[filled] = file.arrival;
        to.sizes[filled] = file.size;
        to.numbers[filled] = file.number;
        // The first files find workers that have fetched nothing yet.
        filled += number >= workers_ ? 1 : 0;
        tied |= end == last_end;
        last_end = end;

        file = {block.arrivals[i], block.sizes[i], number};
        const Duration wait = std::max(end - file.arrival, Duration{0});
        start = file.arrival + wait;
        waited += static_cast<std::uint64_t>(wait.count());
        ++number;
        matches.replace_winner(worker, keys.key(start + durations_[i], number, worker));
    }
    pool.put_back(matches);
    started_ = number;
    filled_ = filled;
    wait_sum_ += waited;
    last_start_ = start;
    tied_ |= tied;
}

template <class Keys>
void FetchStage::hold_back_ties(const sim::FifoPool<Keys>& pool, const OrderedFiles& out) {
    held_ = 0;
    if (filled_ == 0 || std::is_same_v<Keys, sim::WideKeys>) return;
    const Duration last = out.completions[filled_ - 1];
    if (pool.earliest_free() != last) return;
    while (held_ < filled_ && out.completions[filled_ - 1 - held_] == last) {
        ++held_;
    }
    tied_ = true;
}

std::optional<Trouble> FetchStage::settle(OrderedFiles& out) {
    out.files = filled_ - held_;
    if (tied_) order_all_ties(out, out.files);
    tied_ = held_ > 0;
    sum_up(out);
    if (out.files == 0 || out.completions[out.files - 1] <= latest_) return std::nullopt;
    return Trouble{Trouble::Kind::time_out_of_range, {}};
}

void FetchStage::drop_settled(OrderedFiles& out) {
    out.before += out.files;
    out.raw_before.front() = out.raw_before[out.files];
    out.tar_before.front() = out.tar_before[out.files];
    out.files = 0;
    move_to_front(out.completions, filled_, held_);
    move_to_front(out.arrivals, filled_, held_);
    move_to_front(out.sizes, filled_, held_);
    move_to_front(out.numbers, filled_, held_);
    filled_ = held_;
}

void FetchStage::take_remaining(OrderedFiles& out) {
    std::vector<std::pair<Duration, std::uint32_t>> remaining;
    std::visit(
        [&](auto& pool) {
            pool.for_each_key([&](auto key) {
                const std::uint32_t worker = pool.keys().worker(key);
                if (worker < started_) remaining.emplace_back(pool.keys().time(key), worker);
            });
        },
        pool_);
    std::sort(remaining.begin(), remaining.end(), [&](const auto& a, const auto& b) {
        return std::pair{a.first, in_flight_[a.second].number} <
               std::pair{b.first, in_flight_[b.second].number};
    });
    make_room(out, remaining.size());
    for (const auto& [completion, worker] : remaining) {
        const InFlight& file = in_flight_[worker];
        out.completions[filled_] = completion;
        out.arrivals[filled_] = file.arrival;
        out.sizes[filled_] = file.size;
        out.numbers[filled_] = file.number;
        ++filled_;
    }
}

}  // namespace firn::backup
