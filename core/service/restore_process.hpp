#pragma once

#include "core/random/draws_ahead.hpp"
#include "core/random/stream.hpp"
#include "core/service/life_event.hpp"
#include "core/service/life_settings.hpp"
#include "core/service/retrieval_desk.hpp"
#include "core/service/watched_files.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace firn::service {

/// The requests of one restore of the list: when they come, and for which files. What is there is seen at the
/// end of the lookup.
class RestoreProcess {
  public:
    /// `index`: of the event request. Opens its line.
    RestoreProcess(const Restore& restore, std::uint32_t index, Duration lookup, std::uint64_t seed,
                   RetrievalDesk& desk, LifeQueue& queue);

    void stored(std::uint64_t archive, const StoredArchive& stored);
    /// The next archive that lies there at the start, taken as one file; nullopt: nobody knows whose it is.
    void standing(std::uint64_t archive, Bytes bytes, std::optional<std::uint64_t> owner);
    /// The event request.
    void ask(Vault& vault, const WatchedFiles& watched, Duration now);

    [[nodiscard]] std::uint32_t line() const { return line_; }

  private:
    struct Selected {
        std::uint64_t archive = 0;
        std::uint32_t files = 0;
        std::uint32_t of = 0;  ///< files of the archive
        Bytes bytes{};
    };

    void plan_next_random();
    void plan_next_watched();
    void ask_randomly(Vault& vault, Duration now);
    void ask_for_watched(Vault& vault, const WatchedFiles& watched, Duration now);
    void ask_for_all(Vault& vault, Duration now);
    void ask_for_selected(Vault& vault, Duration now);

    const Restore& restore_;
    std::uint32_t index_;
    Duration lookup_;
    RetrievalDesk& desk_;
    LifeQueue& queue_;
    std::uint32_t line_;
    random::DrawsAhead gaps_;
    random::Stream files_;
    random::Stream living_;
    random::DrawsAhead selection_;
    std::uint64_t standing_ = 0;
    std::uint64_t asked_ = 0;
    Duration made_{};  ///< the next request
    std::vector<Selected> selected_;
    bool is_over_ = false;  ///< of a batch
};

}  // namespace firn::service
