#pragma once

#include "core/backup/replay.hpp"
#include "core/random/splitmix.hpp"
#include "core/storage/multipart.hpp"
#include "core/workload/file_source.hpp"

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>
#include <numeric>
#include <vector>

/// The pipeline written for the reader, not for speed: each step sorts or searches all there is. The engine
/// must agree with it in every field.
namespace firn::backup::slow {

using Count = std::uint64_t;

struct File {
    Count arrival = 0;
    Count size = 0;
    Count fetched = 0;
    Count done = 0;
};

struct Archive {
    Count closed = 0;
    bool by_age = false;
    Count raw = 0;
    Count bytes = 0;
    std::vector<std::size_t> files;
    Count calls = 0;
    Count billed = 0;
    Count done = 0;
};

/// A source that gives the files in blocks of so many.
inline workload::FileSource source_of(std::vector<File> files, std::size_t per_block) {
    auto position = std::make_shared<std::size_t>(0);
    return [files = std::move(files), per_block, position](workload::FileBlock& block) -> Result<bool> {
        block.clear();
        for (; *position < files.size() && block.files() < per_block; ++*position) {
            block.arrivals.emplace_back(static_cast<std::int64_t>(files[*position].arrival));
            block.sizes.emplace_back(static_cast<std::int64_t>(files[*position].size));
        }
        return block.files() > 0;
    };
}

inline Count transfer_time(Count bytes, ByteRate rate) {
    const auto per_second = static_cast<UInt128>(rate.bytes_per_second());
    return static_cast<Count>((static_cast<UInt128>(bytes) * 1'000'000 + per_second - 1) / per_second);
}

inline Count count_of(Duration duration) { return static_cast<Count>(duration.count()); }
inline Count count_of(Bytes bytes) { return static_cast<Count>(bytes.count()); }

inline UInt128 fetch_all(const PipelineSettings& settings, std::vector<File>& files) {
    std::vector<Count> free(settings.fetchers);
    UInt128 waited = 0;
    for (File& file : files) {
        Count& worker = *std::min_element(free.begin(), free.end());
        const Count start = std::max(file.arrival, worker);
        waited += start - file.arrival;
        file.fetched =
            start + count_of(settings.fetch_latency) + transfer_time(file.size, settings.fetch_rate);
        worker = file.fetched;
    }
    return waited;
}

inline std::vector<std::size_t> in_order_of_completion(const std::vector<File>& files) {
    std::vector<std::size_t> order(files.size());
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return files[a].fetched < files[b].fetched; });
    return order;
}

inline std::vector<Archive> pack_alone(const std::vector<File>& files) {
    std::vector<Archive> archives;
    for (const std::size_t i : in_order_of_completion(files)) {
        archives.push_back(
            {.closed = files[i].fetched, .raw = files[i].size, .bytes = files[i].size, .files = {i}});
    }
    return archives;
}

inline std::vector<Archive> pack_bundles(const PipelineSettings& settings, const std::vector<File>& files) {
    std::vector<Archive> archives;
    Archive open;
    Count opened = 0;
    Count last = 0;
    const auto close = [&](Count at, bool by_age) {
        open.closed = at;
        open.by_age = by_age;
        archives.push_back(open);
        open = Archive{};
    };
    for (const std::size_t i : in_order_of_completion(files)) {
        const File& file = files[i];
        const bool is_open = !open.files.empty();
        if (is_open && settings.max_age && file.fetched >= opened + count_of(*settings.max_age)) {
            close(opened + count_of(*settings.max_age), true);
        }
        if (open.files.empty()) {
            opened = file.fetched;
            open.bytes = 1024;
        }
        open.files.push_back(i);
        open.raw += file.size;
        open.bytes += 512 + (file.size + 511) / 512 * 512;
        last = file.fetched;
        if (open.raw >= count_of(settings.bundle_size)) close(file.fetched, false);
    }
    if (!open.files.empty())
        close(settings.max_age ? opened + count_of(*settings.max_age) : last, settings.max_age.has_value());
    return archives;
}

inline void upload_all(const PipelineSettings& settings, std::vector<Archive>& archives,
                       std::vector<File>& files) {
    std::vector<Count> free(settings.uploaders);
    for (Archive& archive : archives) {
        archive.billed =
            static_cast<Count>(storage::plan_parts(Bytes{static_cast<std::int64_t>(archive.bytes)})->parts);
        archive.calls = archive.billed;
        if (settings.call_size) {
            const Count call = count_of(*settings.call_size);
            archive.calls = archive.bytes <= call ? 1 : 2 + (archive.bytes + call - 1) / call;
        }
        Count& worker = *std::min_element(free.begin(), free.end());
        archive.done = std::max(archive.closed, worker) + archive.calls * count_of(settings.upload_latency) +
                       transfer_time(archive.bytes, settings.upload_rate);
        worker = archive.done;
        for (const std::size_t i : archive.files) {
            files[i].done = archive.done;
        }
    }
}

inline LatencySummary latency_of(const std::vector<File>& files) {
    LatencySummary summary;
    if (files.empty()) return summary;
    std::vector<Duration> sorted;
    for (const File& file : files) {
        sorted.emplace_back(static_cast<std::int64_t>(file.done - file.arrival));
        summary.sum += file.done - file.arrival;
    }
    std::sort(sorted.begin(), sorted.end());
    const auto quantile = [&](std::size_t percent) {
        return sorted[(sorted.size() * percent + 99) / 100 - 1];
    };
    summary.mean = Duration{static_cast<std::int64_t>(summary.sum / files.size())};
    summary.p50 = quantile(50);
    summary.p95 = quantile(95);
    summary.p99 = quantile(99);
    summary.max = sorted.back();
    return summary;
}

/// Looks at every instant at which anything changes, and at each adds up all files.
inline AtRisk at_risk_of(const std::vector<File>& files) {
    std::vector<Count> instants;
    for (const File& file : files) {
        instants.push_back(file.arrival);
        instants.push_back(file.done);
    }
    std::sort(instants.begin(), instants.end());
    AtRisk result;
    for (std::size_t i = 0; i < instants.size(); ++i) {
        Bytes amount;
        for (const File& file : files) {
            const bool counts = file.arrival <= instants[i] && instants[i] < file.done;
            amount += counts ? Bytes{static_cast<std::int64_t>(file.size)} : Bytes{};
        }
        const Count next = i + 1 < instants.size() ? instants[i + 1] : instants[i];
        result.maximum = std::max(result.maximum, amount);
        result.integral += amount * Duration{static_cast<std::int64_t>(next - instants[i])};
    }
    return result;
}

/// For each month and archive: how long the one lay there in the other.
inline std::vector<MonthlyUsage> usage_of(const ReplayOptions& options,
                                          const std::vector<Archive>& archives) {
    std::vector<BillingPeriod> months;
    Instant last = options.start;
    for (const Archive& archive : archives) {
        last = std::max(last, options.start + Duration{static_cast<std::int64_t>(archive.done)});
    }
    BillingPeriod month = BillingPeriod::containing(options.start);
    for (int i = 0; i < options.months || (options.extend_horizon && month.begin() <= last);
         ++i, month = month.next()) {
        months.push_back(month);
    }
    std::vector<MonthlyUsage> usage;
    for (const BillingPeriod& period : months) {
        MonthlyUsage& of_month = usage.emplace_back();
        of_month.month = period;
        const auto lies = [&](Instant from, Bytes stored, Bytes payload, Count count) {
            const Duration time = std::max(Duration{0}, period.end() - std::max(from, period.begin()));
            of_month.stored += stored * time;
            of_month.payload += payload * time;
            of_month.archive_microseconds += static_cast<UInt128>(count) * count_of(time);
        };
        lies(options.start, options.opening.stored, options.opening.payload, options.opening.archives);
        for (const Archive& archive : archives) {
            const Instant done = options.start + Duration{static_cast<std::int64_t>(archive.done)};
            if (done >= months.back().end()) continue;
            const Bytes bytes{static_cast<std::int64_t>(archive.bytes)};
            lies(done, bytes, Bytes{static_cast<std::int64_t>(archive.raw)}, 1);
            if (!period.contains(done)) continue;
            of_month.archives_uploaded += 1;
            of_month.bytes_uploaded += bytes;
            of_month.upload_requests += archive.billed;
            of_month.uploaded_in_parts += archive.billed > 1 ? 1U : 0U;
        }
    }
    return usage;
}

inline std::size_t hour_of_day(Instant start, Count closed) {
    const Instant at = start + Duration{static_cast<std::int64_t>(closed)};
    const std::chrono::hh_mm_ss time{at - std::chrono::floor<std::chrono::days>(at)};
    return static_cast<std::size_t>(time.hours().count());
}

inline ReplayResult replay(const PipelineSettings& settings, const ReplayOptions& options,
                           std::vector<File> files) {
    ReplayResult result;
    result.bundle_size = settings.bundle_size;
    result.max_age = settings.max_age;
    result.files = files.size();
    result.fetch_wait_sum = fetch_all(settings, files);
    std::vector<Archive> archives =
        settings.packing == Packing::bundled ? pack_bundles(settings, files) : pack_alone(files);
    upload_all(settings, archives, files);
    result.archives = archives.size();
    result.latency = latency_of(files);
    result.at_risk = at_risk_of(files);
    result.months = usage_of(options, archives);
    for (const Archive& archive : archives) {
        using random::mix;
        result.closed_by_age += archive.by_age ? 1 : 0;
        result.raw_bytes += Bytes{static_cast<std::int64_t>(archive.raw)};
        result.archive_bytes += Bytes{static_cast<std::int64_t>(archive.bytes)};
        result.billed_bytes += Bytes{static_cast<std::int64_t>(archive.bytes + 32768)};
        result.upload_requests += archive.calls;
        result.makespan = std::max(result.makespan, Duration{static_cast<std::int64_t>(archive.done)});
        result.fingerprint += mix(mix(mix(archive.closed) + archive.done) + archive.bytes);
        result.restore_read += static_cast<UInt128>(archive.bytes) * archive.files.size();
        HourOfDay& hour = result.hours.at(hour_of_day(options.start, archive.closed));
        hour.archives += 1;
        hour.closed_by_age += archive.by_age ? 1 : 0;
        hour.raw_bytes += Bytes{static_cast<std::int64_t>(archive.raw)};
        const Instant done = options.start + Duration{static_cast<std::int64_t>(archive.done)};
        result.archives_past_horizon += done >= result.months.back().month.end() ? 1U : 0U;
    }
    return result;
}

}  // namespace firn::backup::slow
