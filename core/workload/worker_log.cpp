#include "core/workload/worker_log.hpp"

namespace firn::workload {

void Transfers::add(const Transfer& transfer) {
    if (count_++ % stride_ != 0) return;
    if (kept_.size() == most_) {
        // Of those kept every second one goes.
        for (std::size_t i = 0; 2 * i < kept_.size(); ++i)
            kept_[i] = kept_[2 * i];
        kept_.resize((kept_.size() + 1) / 2);
        stride_ *= 2;
        if ((count_ - 1) % stride_ != 0) return;
    }
    kept_.push_back(transfer);
}

}  // namespace firn::workload
