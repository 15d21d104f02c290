#pragma once

#include "core/backup/ordered_files.hpp"
#include "core/backup/pipeline_settings.hpp"
#include "core/backup/transfer_time.hpp"
#include "core/backup/trouble.hpp"
#include "core/sim/fifo_pool.hpp"
#include "core/workload/file_source.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <variant>
#include <vector>

namespace firn::backup {

/// The fetchers: files in order of arrival go in, the same files in order of completion come out.
///
/// No event list: a file that starts takes the place of the fetch that ends first, and with FIFO and equal
/// workers the fetches end in the very order in which they are replaced. What is in flight is one entry a
/// worker.
class FetchStage {
  public:
    FetchStage(const PipelineSettings& settings, Duration latest);

    /// Takes the next files and replaces the contents of `out` by those that are settled: no later file can
    /// come before them.
    [[nodiscard]] std::optional<Trouble> fetch(const workload::FileBlock& block, OrderedFiles& out);

    /// All that are still in flight.
    [[nodiscard]] std::optional<Trouble> finish(OrderedFiles& out);

    /// Microseconds that files waited from arrival to the start of their fetch.
    [[nodiscard]] UInt128 wait_sum() const { return wait_sum_; }

  private:
    struct InFlight {
        Duration arrival{};
        Bytes size;
        std::uint64_t number = 0;
    };
    using NarrowPool = sim::FifoPool<sim::NarrowKeys>;
    using WidePool = sim::FifoPool<sim::WideKeys>;

    [[nodiscard]] std::optional<Trouble> time_fetches(const workload::FileBlock& block);
    void widen();
    void make_room(OrderedFiles& out, std::size_t more) const;
    template <class Keys>
    void serve(sim::FifoPool<Keys>& pool, const workload::FileBlock& block, OrderedFiles& out);
    template <class Keys>
    void hold_back_ties(const sim::FifoPool<Keys>& pool, const OrderedFiles& out);
    void drop_settled(OrderedFiles& out);
    [[nodiscard]] std::optional<Trouble> settle(OrderedFiles& out);
    void take_remaining(OrderedFiles& out);

    std::uint32_t workers_;
    Duration latency_;
    TransferTime transfer_;
    Duration latest_;
    std::variant<NarrowPool, WidePool> pool_;
    std::vector<InFlight> in_flight_;
    std::vector<Duration> durations_;
    std::uint64_t started_ = 0;
    Duration last_start_{};
    Duration longest_{};
    UInt128 wait_sum_ = 0;
    /// Entries of the columns that are filled; of these the last `held_` are not settled yet.
    std::size_t filled_ = 0;
    std::size_t held_ = 0;
    bool tied_ = false;
};

}  // namespace firn::backup
