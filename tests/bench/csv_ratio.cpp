#include "tests/bench/csv_ratio.hpp"

#include "core/backup/replay.hpp"
#include "core/io/trace_reader.hpp"
#include "core/workload/reference_w1.hpp"
#include "core/workload/replay.hpp"
#include "tests/bench/csv_by_hand.hpp"
#include "tests/bench/event_loop.hpp"
#include "tests/bench/reference_lines.hpp"
#include "tests/bench/timing.hpp"

#include <fmt/format.h>
#include <stdlib.h>

#include <filesystem>
#include <vector>

namespace firn::bench {

namespace {

/// A file that is gone at the end.
class TraceFile {
  public:
    TraceFile(std::uint64_t files, io::TraceTimes times) {
        std::string folder = (std::filesystem::temp_directory_path() / "firn-bench-XXXXXX").string();
        folder_ = ::mkdtemp(folder.data());
        static_cast<void>(io::write_trace(path(), workload::reference_w1(files), Instant{}, times).value());
    }
    TraceFile(const TraceFile&) = delete;
    TraceFile& operator=(const TraceFile&) = delete;
    TraceFile(TraceFile&&) = delete;
    TraceFile& operator=(TraceFile&&) = delete;
    ~TraceFile() { std::filesystem::remove_all(folder_); }

    [[nodiscard]] std::string path() const { return folder_ + "/trace.csv"; }
    [[nodiscard]] double bytes() const { return static_cast<double>(std::filesystem::file_size(path())); }

  private:
    std::string folder_;
};

W1Line results_of_firn(const std::string& path, const backup::PipelineSettings& settings) {
    auto replay = workload::replay(io::trace_in(path), {});
    return line_of(backup::replay(settings, {}, replay.value().files).value());
}

std::uint64_t rows_read(const std::string& path) {
    const auto rows = io::trace_in(path).open().value();
    workload::TraceBlock block;
    std::uint64_t count = 0;
    while (rows(block).value())
        count += block.rows();
    return count;
}

}  // namespace

std::string compare_from_csv(std::uint64_t files, std::uint32_t fetchers, io::TraceTimes times, int rounds) {
    backup::PipelineSettings settings = backup::reference_w1_pipeline();
    settings.fetchers = fetchers;
    const TraceFile file{files, times};
    std::vector<double> hand_times;
    std::vector<double> firn_times;
    std::vector<double> read_times;
    W1Line hand;
    W1Line firn;
    for (int round = 0; round < rounds; ++round) {
        hand_times.push_back(
            nanoseconds([&] { hand = run_event_loop(settings, files, csv_by_hand(file.path())); }));
        firn_times.push_back(nanoseconds([&] { firn = results_of_firn(file.path(), settings); }));
        std::uint64_t rows = 0;
        read_times.push_back(nanoseconds([&] { rows = rows_read(file.path()); }));
        if (hand != firn || rows != files)
            return "reading by hand and Firn disagree:\n" + to_text(hand) + "\n" + to_text(firn) + "\n";
    }
    const auto millions = [files](const std::vector<double>& all) {
        return static_cast<double>(files) * 1e3 / median(all);
    };
    return fmt::format(
        "CSV with {} times to results, {} rows, {} fetchers: by hand {:.1f} M rows/s, Firn {:.1f}, ratio "
        "{:.2f}; "
        "reading alone {:.1f} M rows/s, {:.2f} GB/s (medians of {} rounds by turns)\n",
        times == io::TraceTimes::microseconds ? "integer" : "RFC 3339", files, fetchers, millions(hand_times),
        millions(firn_times), median(hand_times) / median(firn_times), millions(read_times),
        file.bytes() / median(read_times), rounds);
}

}  // namespace firn::bench
