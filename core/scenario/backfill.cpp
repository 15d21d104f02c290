#include "core/scenario/backfill.hpp"

namespace firn::scenario {

std::int64_t files_without_listing(const Backfill& backfill) {
    if (backfill.files) return *backfill.files;
    if (!backfill.drives) return 0;
    return backfill.drives->count * (backfill.drives->bytes.count() / backfill.mean_size.count());
}

}  // namespace firn::scenario
