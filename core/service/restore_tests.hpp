#pragma once

#include "core/random/stream.hpp"
#include "core/service/life_event.hpp"
#include "core/service/life_result.hpp"
#include "core/service/life_settings.hpp"
#include "core/service/retrieval_desk.hpp"

#include <array>
#include <cstdint>

namespace firn::service {

/// At each month's begin some random files are asked for, by turns to the store and to the region.
class RestoreTests {
  public:
    /// `index`: of the event request. Opens two lines.
    RestoreTests(const RestoreTest& test, std::uint32_t index, Duration lookup, std::uint64_t seed,
                 RetrievalDesk& desk, LifeQueue& queue);

    /// A month begins.
    void begin(Duration now);
    /// The event request; `made` is when the month began.
    void ask(Vault& vault, Duration made, Duration now);

    void describe(LifeResult& result) const;

  private:
    const RestoreTest& test_;
    std::uint32_t index_;
    Duration lookup_;
    RetrievalDesk& desk_;
    LifeQueue& queue_;
    random::Stream files_;
    std::array<std::uint32_t, 2> lines_{};  ///< to the store, to the region
    std::uint64_t asked_ = 0;
    std::uint64_t short_of_files_ = 0;  ///< tests that asked for more files than lived
};

}  // namespace firn::service
