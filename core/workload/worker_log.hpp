#pragma once

#include "core/units/bytes.hpp"
#include "core/units/time.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace firn::workload {

/// What a worker of the pipeline does: pull a file from its store, or send an archive to the vault.
enum class Stage { fetch, upload };

/// "fetch", "upload"
[[nodiscard]] constexpr std::string_view to_text(Stage stage) {
    return stage == Stage::fetch ? "fetch" : "upload";
}

/// One transfer as a worker logged it.
struct Transfer {
    Bytes size;
    Duration duration{};     ///< at least 0
    std::uint64_t line = 0;  ///< of the log, from 1
};

/// Most transfers of one stage that are kept.
inline constexpr std::size_t kMostTransfers = std::size_t{1} << 21U;

/// The transfers of one stage; of a long log every second, fourth, ... one, so that memory stays flat.
class Transfers {
  public:
    explicit Transfers(std::size_t most = kMostTransfers) : most_{most} {}

    void add(const Transfer& transfer);

    [[nodiscard]] const std::vector<Transfer>& kept() const { return kept_; }
    /// How many were added.
    [[nodiscard]] std::uint64_t count() const { return count_; }
    /// Of how many one is kept: 1, 2, 4, ...
    [[nodiscard]] std::uint64_t stride() const { return stride_; }

  private:
    std::size_t most_;
    std::vector<Transfer> kept_;
    std::uint64_t count_ = 0;
    std::uint64_t stride_ = 1;
};

/// A worker's log, by stage.
struct WorkerLog {
    Transfers fetches;
    Transfers uploads;

    [[nodiscard]] Transfers& of(Stage stage) { return stage == Stage::fetch ? fetches : uploads; }
    [[nodiscard]] const Transfers& of(Stage stage) const { return stage == Stage::fetch ? fetches : uploads; }
};

}  // namespace firn::workload
