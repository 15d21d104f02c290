#pragma once

#include "core/backup/ordered_files.hpp"
#include "core/backup/pipeline_settings.hpp"
#include "core/backup/transfer_time.hpp"
#include "core/backup/trouble.hpp"
#include "core/sim/fifo_round.hpp"
#include "core/sim/kernels.hpp"
#include "core/workload/file_source.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace firn::backup {

/// The fetchers: files in order of arrival go in, the same files in order of completion come out.
///
/// No event list: a file that starts takes the place of the fetch that ends first, and with FIFO and equal
/// workers the fetches end in the very order in which they are replaced. What is in flight is one entry a
/// worker.
class FetchStage {
  public:
    FetchStage(const PipelineSettings& settings, Duration latest, const sim::Kernels& kernels);

    /// Takes the next files and replaces the contents of `out` by those that are settled: no later file can
    /// come before them. `out` may be another one each time. A block takes some steps for each worker: best
    /// are blocks of at least as many files as there are workers.
    [[nodiscard]] std::optional<Trouble> fetch(const workload::FileBlock& block, OrderedFiles& out);

    /// All that are still in flight.
    [[nodiscard]] std::optional<Trouble> finish(OrderedFiles& out);

    /// Microseconds that files waited from arrival to the start of their fetch.
    [[nodiscard]] UInt128 wait_sum() const { return wait_sum_; }

  private:
    struct InFlight {
        Duration end{};
        Duration arrival{};
        Bytes size;
    };
    /// The columns of a round: first the files in flight, then those of the block that find no free worker
    /// untouched. The index is a file's place.
    struct Window {
        std::vector<Duration> arrivals;
        std::vector<Bytes> sizes;
    };
    /// The keys of a round.
    template <class Key>
    struct Keys {
        std::vector<Key> serving;
        std::vector<Key> arrivals;
        std::vector<Key> steps;
        std::vector<Key> ended;
    };

    /// Of a block whose largest file is that.
    [[nodiscard]] std::optional<Trouble> trouble_with(Bytes largest) const;
    [[nodiscard]] std::optional<Trouble> time_fetches(const workload::FileBlock& block);
    [[nodiscard]] UInt128 no_less_than_sum(Duration longest) const;
    [[nodiscard]] std::size_t use_untouched_workers(const workload::FileBlock& block);
    void open_window(const workload::FileBlock& block, std::size_t first);
    void serve(const workload::FileBlock& block, std::size_t first, OrderedFiles& out);
    template <class Key>
    void serve(Keys<Key>& keys, const workload::FileBlock& block, std::size_t first, OrderedFiles& out);
    template <class Key>
    void write_keys(Keys<Key>& keys, const workload::FileBlock& block, std::size_t first) const;
    template <class Key>
    void put_out(const Keys<Key>& keys, OrderedFiles& out);
    template <class Key>
    void keep_in_flight(Keys<Key>& keys);
    void begin(OrderedFiles& out, std::size_t files) const;
    void end(OrderedFiles& out);

    std::uint32_t workers_;
    TransferTime transfer_;
    Duration latency_;
    Duration latest_;
    const sim::Kernels& kernels_;

    /// In order of arrival.
    std::vector<InFlight> in_flight_;
    UInt128 wait_sum_ = 0;
    /// Of all files that came out so far.
    std::uint64_t files_out_ = 0;
    std::uint64_t raw_out_ = 0;
    std::uint64_t tar_out_ = 0;

    // Of the round:
    std::vector<Duration> durations_;
    UInt128 bound_ = 0;
    Duration base_{};
    sim::FifoKeyLayout layout_;
    Window window_;
    Keys<std::int64_t> narrow_;
    Keys<UInt128> wide_;
};

}  // namespace firn::backup
