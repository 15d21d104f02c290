#include "core/backup/fetch_stage.hpp"

#include "core/sim/tournament.hpp"
#include "core/storage/multipart.hpp"

#include <algorithm>
#include <numeric>
#include <type_traits>

namespace firn::backup {
namespace {

/// No sum of times reaches this before a block's times are checked.
constexpr UInt128 kSafeTime = static_cast<UInt128>(1) << 62U;

/// The tail of a column.
template <class T>
auto from(const std::vector<T>& column, std::size_t first) {
    return column.begin() + static_cast<std::ptrdiff_t>(first);
}

/// A size that no file exceeds, at most twice the largest: sooner found than that.
Bytes no_less_than_any(std::span<const Bytes> sizes) {
    std::uint64_t bits = 0;
    for (const Bytes size : sizes) {
        bits |= static_cast<std::uint64_t>(size.count());
    }
    return Bytes{static_cast<std::int64_t>(bits)};
}

/// Writes files one after the other. A value of its own, so that nothing in a loop has to be read again.
class Writer {
  public:
    explicit Writer(OrderedFiles& out)
        : completions_{out.completions.data()},
          arrivals_{out.arrivals.data()},
          raw_before_{out.raw_before.data()},
          tar_before_{out.tar_before.data()},
          raw_{out.raw_before.front()},
          tar_{out.tar_before.front()} {}

    void put(Duration completion, Duration arrival, Bytes size) {
        *completions_++ = completion;
        *arrivals_++ = arrival;
        *++raw_before_ = raw_ += static_cast<std::uint64_t>(size.count());
        *++tar_before_ = tar_ += tar_bytes_of(size);
    }

  private:
    Duration* completions_;
    Duration* arrivals_;
    std::uint64_t* raw_before_;
    std::uint64_t* tar_before_;
    std::uint64_t raw_;
    std::uint64_t tar_;
};

}  // namespace

FetchStage::FetchStage(const PipelineSettings& settings, Duration latest, const sim::Kernels& kernels)
    : workers_{settings.fetchers},
      transfer_{settings.fetch_rate},
      latency_{settings.fetch_latency},
      latest_{latest},
      kernels_{kernels} {}

std::optional<Trouble> FetchStage::fetch(const workload::FileBlock& block, OrderedFiles& out) {
    if (auto trouble = time_fetches(block)) return trouble;
    const std::size_t first = use_untouched_workers(block);
    begin(out, block.files() - first);
    if (first < block.files()) serve(block, first, out);
    end(out);
    if (out.files == 0 || out.completions[out.files - 1] <= latest_) return std::nullopt;
    return Trouble{Trouble::Kind::time_out_of_range, {}};
}

std::optional<Trouble> FetchStage::finish(OrderedFiles& out) {
    std::stable_sort(in_flight_.begin(), in_flight_.end(),
                     [](const InFlight& a, const InFlight& b) { return a.end < b.end; });
    begin(out, in_flight_.size());
    Writer to{out};
    for (const InFlight& file : in_flight_) {
        to.put(file.end, file.arrival, file.size);
    }
    in_flight_.clear();
    end(out);
    if (out.files == 0 || out.completions[out.files - 1] <= latest_) return std::nullopt;
    return Trouble{Trouble::Kind::time_out_of_range, {}};
}

std::optional<Trouble> FetchStage::trouble_with(Bytes largest) const {
    if (largest > storage::kLargestArchive) return Trouble{Trouble::Kind::archive_too_large, largest};
    if (latency_ + transfer_.of(largest) > latest_) return Trouble{Trouble::Kind::time_out_of_range, {}};
    return std::nullopt;
}

std::optional<Trouble> FetchStage::time_fetches(const workload::FileBlock& block) {
    durations_.resize(block.files());
    Bytes largest = no_less_than_any(block.sizes);
    if (trouble_with(largest)) {
        largest = *std::max_element(block.sizes.begin(), block.sizes.end());
        if (auto trouble = trouble_with(largest)) return trouble;
    }
    transfer_.of_all(block.sizes, largest, latency_, kernels_, durations_);
    // If all of the block came one after the other, once all that is in flight has ended:
    Duration all_free = block.arrivals.back();
    for (const InFlight& file : in_flight_) {
        all_free = std::max(all_free, file.end);
    }
    bound_ =
        static_cast<std::uint64_t>(all_free.count()) + no_less_than_sum(latency_ + transfer_.of(largest));
    if (bound_ >= kSafeTime) return Trouble{Trouble::Kind::time_out_of_range, {}};
    return std::nullopt;
}

/// A bound of all durations, of which none is longer than `longest`: their sum only where that says more.
UInt128 FetchStage::no_less_than_sum(Duration longest) const {
    const UInt128 bound = static_cast<UInt128>(durations_.size()) * static_cast<UInt128>(longest.count());
    constexpr UInt128 kMonths = static_cast<UInt128>(1) << 42U;
    if (bound < kMonths) return bound;
    return std::accumulate(
        durations_.begin(), durations_.end(), UInt128{0},
        [](UInt128 sum, Duration duration) { return sum + static_cast<std::uint64_t>(duration.count()); });
}

/// A worker that has fetched nothing yet is free since the beginning. Gives the first file that finds none.
std::size_t FetchStage::use_untouched_workers(const workload::FileBlock& block) {
    const std::size_t files = std::min(block.files(), workers_ - in_flight_.size());
    for (std::size_t i = 0; i < files; ++i) {
        in_flight_.push_back({block.arrivals[i] + durations_[i], block.arrivals[i], block.sizes[i]});
    }
    return files;
}

void FetchStage::serve(const workload::FileBlock& block, std::size_t first, OrderedFiles& out) {
    open_window(block, first);
    const UInt128 longest = bound_ - static_cast<std::uint64_t>(base_.count());
    if (longest < static_cast<UInt128>(1) << (63U - layout_.low_bits())) {
        serve(narrow_, block, first, out);
    } else {
        serve(wide_, block, first, out);
    }
}

void FetchStage::open_window(const workload::FileBlock& block, std::size_t first) {
    window_.arrivals.clear();
    window_.sizes.clear();
    base_ = block.arrivals[first];
    for (const InFlight& file : in_flight_) {
        base_ = std::min(base_, file.end);
        window_.arrivals.push_back(file.arrival);
        window_.sizes.push_back(file.size);
    }
    window_.arrivals.insert(window_.arrivals.end(), from(block.arrivals, first), block.arrivals.end());
    window_.sizes.insert(window_.sizes.end(), from(block.sizes, first), block.sizes.end());
    layout_ = sim::FifoKeyLayout::of(workers_, window_.arrivals.size());
}

template <class Key>
void FetchStage::serve(Keys<Key>& keys, const workload::FileBlock& block, std::size_t first,
                       OrderedFiles& out) {
    write_keys(keys, block, first);
    const sim::FifoRound<Key> round{layout_, keys.serving, keys.arrivals, keys.steps, keys.ended};
    if constexpr (std::is_same_v<Key, std::int64_t>) {
        wait_sum_ += static_cast<std::uint64_t>(kernels_.serve(round));
    } else {
        wait_sum_ += sim::serve_by_tournament(round);
    }
    put_out(keys, out);
    keep_in_flight(keys);
}

template <class Key>
void FetchStage::write_keys(Keys<Key>& keys, const workload::FileBlock& block, std::size_t first) const {
    const unsigned low_bits = layout_.low_bits();
    const std::size_t files = block.files() - first;
    const auto place = [&](std::size_t i) { return static_cast<Key>(i) << layout_.worker_bits; };
    keys.serving.resize(workers_);
    for (std::size_t i = 0; i < workers_; ++i) {
        keys.serving[i] = (static_cast<Key>((in_flight_[i].end - base_).count()) << low_bits) | place(i);
    }
    keys.arrivals.resize(files);
    keys.steps.resize(files);
    keys.ended.resize(files);
    const auto arrivals = std::span{block.arrivals}.subspan(first);
    const auto services = std::span{durations_}.subspan(first);
    if constexpr (std::is_same_v<Key, std::int64_t>) {
        kernels_.write_keys(layout_, base_, workers_, arrivals, services, keys.arrivals, keys.steps);
        return;
    }
    for (std::size_t i = 0; i < files; ++i) {
        keys.arrivals[i] = static_cast<Key>((arrivals[i] - base_).count()) << low_bits;
        keys.steps[i] = (static_cast<Key>(services[i].count()) << low_bits) | place(workers_ + i);
    }
}

template <class Key>
void FetchStage::put_out(const Keys<Key>& keys, OrderedFiles& out) {
    const sim::FifoKeyLayout layout = layout_;
    const Key places = (Key{1} << layout.place_bits) - 1;
    const std::span<const Duration> arrivals{window_.arrivals};
    const std::span<const Bytes> sizes{window_.sizes};
    Writer to{out};
    for (const Key key : keys.ended) {
        const auto place = static_cast<std::size_t>((key >> layout.worker_bits) & places);
        const Duration end = base_ + Duration{static_cast<std::int64_t>(key >> layout.low_bits())};
        to.put(end, arrivals[place], sizes[place]);
    }
}

template <class Key>
void FetchStage::keep_in_flight(Keys<Key>& keys) {
    const Key places = (Key{1} << layout_.place_bits) - 1;
    const auto place = [&](Key key) { return (key >> layout_.worker_bits) & places; };
    std::sort(keys.serving.begin(), keys.serving.end(), [&](Key a, Key b) { return place(a) < place(b); });
    in_flight_.clear();
    for (const Key key : keys.serving) {
        const auto at = static_cast<std::size_t>(place(key));
        const Duration end = base_ + Duration{static_cast<std::int64_t>(key >> layout_.low_bits())};
        in_flight_.push_back({end, window_.arrivals[at], window_.sizes[at]});
    }
}

void FetchStage::begin(OrderedFiles& out, std::size_t files) const {
    out.resize(files);
    out.before = files_out_;
    out.raw_before.front() = raw_out_;
    out.tar_before.front() = tar_out_;
}

void FetchStage::end(OrderedFiles& out) {
    files_out_ += out.files;
    raw_out_ = out.raw_before[out.files];
    tar_out_ = out.tar_before[out.files];
}

}  // namespace firn::backup
