#include "core/loading/simulated_profile.hpp"

#include "core/loading/open_workload.hpp"

#include <cstddef>
#include <utility>

namespace firn::loading {

Result<workload::TraceProfile> simulated_profile(const scenario::Scenario& scenario, Instant first,
                                                 Instant last) {
    auto opened = open_workload(scenario, "");
    if (!opened) return opened.error();
    return workload::profile_of(
        [files = std::move(opened->files), start = scenario.start, first, last,
         read = workload::FileBlock{}](workload::TraceBlock& block) mutable -> Result<bool> {
            block.clear();
            while (block.rows() == 0) {
                const auto more = files(read);
                if (!more || !*more) return more;
                for (std::size_t i = 0; i < read.files(); ++i) {
                    const Instant time = start + read.arrivals[i];
                    if (time < first || time > last) continue;
                    block.times.push_back(time);
                    block.sizes.push_back(read.sizes[i]);
                }
            }
            return true;
        });
}

}  // namespace firn::loading
