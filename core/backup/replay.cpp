#include "core/backup/replay.hpp"

#include "core/backup/bundle_size_replay.hpp"
#include "core/backup/fetch_stage.hpp"
#include "core/backup/trouble.hpp"

#include <algorithm>
#include <cassert>
#include <utility>

namespace firn::backup {
namespace {

/// The end of the year 9999, from the scenario's start.
Duration latest_time(Instant start) { return BillingPeriod{std::chrono::year{9999} / 12}.end() - start; }

/// Sums over the files as they arrive; no bundle size changes them.
class ArrivalSums {
  public:
    [[nodiscard]] std::optional<Trouble> add(const workload::FileBlock& block) {
        files_ += block.files();
        for (std::size_t i = 0; i < block.files(); ++i) {
            const auto arrival = static_cast<std::uint64_t>(block.arrivals[i].count());
            const auto size = static_cast<std::uint64_t>(block.sizes[i].count());
            arrivals_ += arrival;
            byte_arrivals_ += static_cast<UInt128>(arrival) * size;
            bytes_ += size;
        }
        // What the tars add to their files is counted too.
        const UInt128 most = bytes_ + static_cast<UInt128>(files_) * 2048;
        if (most <= static_cast<UInt128>(kMostBytes.count())) return std::nullopt;
        return Trouble{Trouble::Kind::bytes_out_of_range, {}};
    }

    /// Latencies and bytes at risk last from the arrival, not from the scenario's start.
    void take_from(ReplayResult& result) const {
        result.latency.sum -= arrivals_;
        if (files_ > 0)
            result.latency.mean = Duration{static_cast<std::int64_t>(result.latency.sum / files_)};
        result.at_risk.integral = ByteTime{result.at_risk.integral.byte_microseconds() - byte_arrivals_};
    }

    [[nodiscard]] std::uint64_t files() const { return files_; }

  private:
    std::uint64_t files_ = 0;
    UInt128 bytes_ = 0;
    UInt128 arrivals_ = 0;
    UInt128 byte_arrivals_ = 0;
};

/// One pass over the files for any number of bundle sizes.
class Sweep {
  public:
    Sweep(const PipelineSettings& settings, std::span<const Bytes> bundle_sizes, const ReplayOptions& options)
        : latest_{latest_time(options.start)}, fetch_{settings, latest_} {
        PipelineSettings sized = settings;
        for (const Bytes size : bundle_sizes) {
            sized.bundle_size = size;
            sizes_.emplace_back(sized, options, latest_);
        }
    }

    [[nodiscard]] Result<std::vector<ReplayResult>> run(workload::FileSource& source,
                                                        const ReplayProgressCallback& progress) {
        workload::FileBlock block;
        while (true) {
            const Result<bool> more = source(block);
            if (!more) return more.error();
            if (!*more) break;
            if (const auto trouble = take(block)) return failure(diagnostic_of(*trouble));
            if (progress) progress({sums_.files(), block.arrivals.back()});
        }
        if (const auto trouble = finish()) return failure(diagnostic_of(*trouble));
        return results();
    }

  private:
    [[nodiscard]] std::optional<Trouble> take(const workload::FileBlock& block) {
        if (block.files() == 0) return std::nullopt;
        if (auto trouble = sums_.add(block)) return trouble;
        files_.arrived.append(block);
        if (auto trouble = fetch_.fetch(block, files_.ordered)) return trouble;
        files_.settled_until = std::min(block.arrivals.back(), last_completion());
        return pass_on();
    }

    [[nodiscard]] std::optional<Trouble> finish() {
        if (auto trouble = fetch_.finish(files_.ordered)) return trouble;
        if (auto trouble = pass_on()) return trouble;
        for (BundleSizeReplay& size : sizes_) {
            size.finish(files_);
            if (size.trouble()) return size.trouble();
        }
        return std::nullopt;
    }

    [[nodiscard]] Duration last_completion() {
        const OrderedFiles& ordered = files_.ordered;
        if (ordered.files > 0) last_completion_ = ordered.completions[ordered.files - 1];
        return last_completion_;
    }

    [[nodiscard]] std::optional<Trouble> pass_on() {
        files_.arrivals.append(files_.ordered);
        std::uint64_t needed = files_.ordered.before + files_.ordered.files;
        for (BundleSizeReplay& size : sizes_) {
            size.take(files_);
            if (size.trouble()) return size.trouble();
            needed = std::min(needed, size.first_open_file());
        }
        files_.arrivals.forget_before(needed);
        files_.arrived.forget_before(files_.settled_until);
        return std::nullopt;
    }

    [[nodiscard]] std::vector<ReplayResult> results() const {
        std::vector<ReplayResult> results;
        for (const BundleSizeReplay& size : sizes_) {
            ReplayResult result = size.result();
            assert(result.files == sums_.files());
            sums_.take_from(result);
            result.fetch_wait_sum = fetch_.wait_sum();
            results.push_back(std::move(result));
        }
        return results;
    }

    Duration latest_;
    FetchStage fetch_;
    ArrivalSums sums_;
    FetchedFiles files_;
    Duration last_completion_{};
    std::vector<BundleSizeReplay> sizes_;
};

}  // namespace

Result<ReplayResult> replay(const PipelineSettings& settings, const ReplayOptions& options,
                            workload::FileSource& source, const ReplayProgressCallback& progress) {
    const Bytes size = settings.bundle_size;
    auto results = replay_sweep(settings, std::span{&size, 1}, options, source, progress);
    if (!results) return results.error();
    return std::move(results->front());
}

Result<std::vector<ReplayResult>> replay_sweep(const PipelineSettings& settings,
                                               std::span<const Bytes> bundle_sizes,
                                               const ReplayOptions& options, workload::FileSource& source,
                                               const ReplayProgressCallback& progress) {
    return Sweep{settings, bundle_sizes, options}.run(source, progress);
}

}  // namespace firn::backup
