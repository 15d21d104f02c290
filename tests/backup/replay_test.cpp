#include "core/backup/replay.hpp"

#include "tests/backup/random_case.hpp"
#include "tests/backup/result_checks.hpp"
#include "tests/backup/slow_model.hpp"
#include "tests/support/catch.hpp"

#include <cstdint>
#include <vector>

using namespace firn;
using namespace firn::backup;

TEST_CASE("the replay agrees with the slow model in every field", "[backup]") {
    for (std::uint64_t seed = 0; seed < 600; ++seed) {
        CAPTURE(seed);
        const RandomCase drawn = CaseMaker{seed}.make();
        auto source = slow::source_of(drawn.files, drawn.per_block);
        const auto found = replay(drawn.settings, drawn.options, source);
        REQUIRE(found);
        const ReplayResult expected = slow::replay(drawn.settings, drawn.options, drawn.files);
        check_equal(*found, expected);
    }
}
