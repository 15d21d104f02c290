#include "core/alternatives/share_out.hpp"

#include <algorithm>
#include <atomic>
#include <thread>
#include <vector>

namespace firn::alternatives {

void share_out(std::size_t count, unsigned threads, const std::function<Worker()>& make_worker) {
    std::atomic<std::size_t> next{0};
    const auto work = [&] {
        const Worker worker = make_worker();
        for (std::size_t i = next++; i < count; i = next++)
            worker(i);
    };
    std::vector<std::jthread> others;
    const std::size_t wanted = std::min<std::size_t>(std::max(1U, threads), count);
    for (std::size_t i = 1; i < wanted; ++i)
        others.emplace_back(work);
    work();
}

}  // namespace firn::alternatives
