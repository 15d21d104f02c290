#include "core/alternatives/share_out.hpp"

#include "core/sim/task_team.hpp"

#include <algorithm>
#include <atomic>

namespace firn::alternatives {

void share_out(std::size_t count, unsigned threads, const std::function<Worker()>& make_worker) {
    std::atomic<std::size_t> next{0};
    sim::TaskTeam team{
        static_cast<unsigned>(std::min<std::size_t>(std::max(1U, threads), std::max<std::size_t>(1, count)))};
    team.run(team.threads(), [&](std::size_t) {
        const Worker worker = make_worker();
        for (std::size_t i = next++; i < count; i = next++)
            worker(i);
    });
}

}  // namespace firn::alternatives
