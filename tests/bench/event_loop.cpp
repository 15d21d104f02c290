#include "tests/bench/event_loop.hpp"

#include "core/random/splitmix.hpp"

#include <algorithm>
#include <cstddef>
#include <deque>
#include <queue>
#include <utility>
#include <vector>

namespace firn::bench {
namespace {

struct Event {
    enum class Kind : std::uint32_t { arrival, fetched, aged_out, uploaded };

    std::int64_t time;
    std::uint64_t sequence;
    Kind kind;
    std::uint32_t payload;  ///< a fetch's slot, an open directory's generation, an upload's slot
};

struct Later {
    bool operator()(const Event& a, const Event& b) const {
        return a.time != b.time ? a.time > b.time : a.sequence > b.sequence;
    }
};

struct File {
    std::int64_t arrival = 0;
    std::int64_t size = 0;
};

struct Bundle {
    std::int64_t closed = 0;
    std::int64_t raw = 0;
    std::int64_t tar = 1024;
    std::vector<std::int64_t> arrivals;
};

/// Reads one file at a time from the blocks of a source.
class Files {
  public:
    explicit Files(workload::FileSource source) : source_{std::move(source)} {}

    bool next(File& file) {
        if (position_ == block_.files()) {
            position_ = 0;
            if (!*source_(block_)) return false;
        }
        file = {block_.arrivals[position_].count(), block_.sizes[position_].count()};
        ++position_;
        return true;
    }

  private:
    workload::FileSource source_;
    workload::FileBlock block_;
    std::size_t position_ = 0;
};

class EventLoop {
  public:
    EventLoop(const backup::PipelineSettings& settings, std::uint64_t files, workload::FileSource source)
        : settings_{settings}, files_{std::move(source)}, fetching_(settings.fetchers) {
        latencies_.reserve(files);
        for (std::uint32_t slot = settings.fetchers; slot > 0; --slot) {
            free_fetchers_.push_back(slot - 1);
        }
        free_uploaders_ = settings.uploaders;
    }

    W1Line run() {
        schedule_arrival();
        while (!events_.empty()) {
            const Event event = events_.top();
            events_.pop();
            now_ = event.time;
            handle(event);
        }
        finish();
        return line_;
    }

  private:
    void handle(const Event& event) {
        switch (event.kind) {
            case Event::Kind::arrival:
                arrive();
                break;
            case Event::Kind::fetched:
                end_fetch(event.payload);
                break;
            case Event::Kind::aged_out:
                if (open_ && event.payload == generation_) close(true);
                break;
            case Event::Kind::uploaded:
                end_upload(event.payload);
                break;
        }
    }

    void schedule(std::int64_t time, Event::Kind kind, std::uint32_t payload) {
        events_.push({time, sequence_++, kind, payload});
    }

    void schedule_arrival() {
        if (files_.next(arriving_)) schedule(arriving_.arrival, Event::Kind::arrival, 0);
    }

    void arrive() {
        const File file = arriving_;
        schedule_arrival();
        if (free_fetchers_.empty()) {
            waiting_files_.push_back(file);
        } else {
            start_fetch(file);
        }
    }

    void start_fetch(const File& file) {
        const std::uint32_t slot = free_fetchers_.back();
        free_fetchers_.pop_back();
        fetching_[slot] = file;
        line_.wait_sum += static_cast<std::uint64_t>(now_ - file.arrival);
        schedule(now_ + 20'000 + (file.size + 9) / 10, Event::Kind::fetched, slot);
    }

    void end_fetch(std::uint32_t slot) {
        const File file = fetching_[slot];
        free_fetchers_.push_back(slot);
        if (!waiting_files_.empty()) {
            const File next = waiting_files_.front();
            waiting_files_.pop_front();
            start_fetch(next);
        }
        join(file);
    }

    void join(const File& file) {
        // An age-out at this very time was perhaps scheduled later than this fetch, and comes first all the
        // same.
        if (open_ && now_ >= opened_ + settings_.max_age->count()) close(true);
        if (!open_) open();
        bundle_.raw += file.size;
        bundle_.tar += 512 + (file.size + 511) / 512 * 512;
        bundle_.arrivals.push_back(file.arrival);
        if (bundle_.raw >= settings_.bundle_size.count()) close(false);
    }

    void open() {
        open_ = true;
        opened_ = now_;
        ++generation_;
        if (!spare_vectors_.empty()) {
            bundle_.arrivals = std::move(spare_vectors_.back());
            spare_vectors_.pop_back();
        }
        schedule(now_ + settings_.max_age->count(), Event::Kind::aged_out, generation_);
    }

    void close(bool by_age) {
        open_ = false;
        line_.timeouts += by_age ? 1 : 0;
        bundle_.closed = now_;
        Bundle closed = std::exchange(bundle_, Bundle{});
        if (free_uploaders_ > 0) {
            --free_uploaders_;
            start_upload(std::move(closed));
        } else {
            waiting_bundles_.push_back(std::move(closed));
        }
    }

    void start_upload(Bundle bundle) {
        const std::int64_t call = settings_.call_size->count();
        const std::int64_t requests = bundle.tar <= call ? 1 : 2 + (bundle.tar + call - 1) / call;
        line_.requests += static_cast<std::uint64_t>(requests);
        line_.billed += bundle.tar + 32768;
        std::uint32_t slot = 0;
        if (free_slots_.empty()) {
            slot = static_cast<std::uint32_t>(uploading_.size());
            uploading_.emplace_back();
        } else {
            slot = free_slots_.back();
            free_slots_.pop_back();
        }
        schedule(now_ + 50'000 * requests + (bundle.tar + 19) / 20, Event::Kind::uploaded, slot);
        uploading_[slot] = std::move(bundle);
    }

    void end_upload(std::uint32_t slot) {
        Bundle bundle = std::move(uploading_[slot]);
        free_slots_.push_back(slot);
        using random::mix;
        ++line_.archives;
        line_.makespan = std::max(line_.makespan, now_);
        line_.check +=
            mix(mix(mix(static_cast<std::uint64_t>(bundle.closed)) + static_cast<std::uint64_t>(now_)) +
                static_cast<std::uint64_t>(bundle.tar));
        for (const std::int64_t arrival : bundle.arrivals) {
            const std::int64_t latency = now_ - arrival;
            line_.lat_sum += static_cast<std::uint64_t>(latency);
            line_.lat_max = std::max(line_.lat_max, latency);
            latencies_.push_back(latency);
        }
        bundle.arrivals.clear();
        spare_vectors_.push_back(std::move(bundle.arrivals));
        if (waiting_bundles_.empty()) {
            ++free_uploaders_;
        } else {
            Bundle next = std::move(waiting_bundles_.front());
            waiting_bundles_.pop_front();
            start_upload(std::move(next));
        }
    }

    void finish() {
        if (latencies_.empty()) return;
        const std::size_t count = latencies_.size();
        line_.lat_mean = static_cast<std::int64_t>(line_.lat_sum / count);
        const auto nth = latencies_.begin() + static_cast<std::ptrdiff_t>((count * 95 + 99) / 100 - 1);
        std::nth_element(latencies_.begin(), nth, latencies_.end());
        line_.lat_p95 = *nth;
    }

    backup::PipelineSettings settings_;
    Files files_;
    File arriving_;
    std::priority_queue<Event, std::vector<Event>, Later> events_;
    std::uint64_t sequence_ = 0;
    std::int64_t now_ = 0;

    std::deque<File> waiting_files_;
    std::vector<File> fetching_;
    std::vector<std::uint32_t> free_fetchers_;

    bool open_ = false;
    std::int64_t opened_ = 0;
    std::uint32_t generation_ = 0;
    Bundle bundle_;
    std::vector<std::vector<std::int64_t>> spare_vectors_;

    std::deque<Bundle> waiting_bundles_;
    std::uint32_t free_uploaders_ = 0;
    std::vector<Bundle> uploading_;
    std::vector<std::uint32_t> free_slots_;

    std::vector<std::int64_t> latencies_;
    W1Line line_;
};

}  // namespace

W1Line run_event_loop(const backup::PipelineSettings& settings, std::uint64_t files,
                      workload::FileSource source) {
    return EventLoop{settings, files, std::move(source)}.run();
}

}  // namespace firn::bench
