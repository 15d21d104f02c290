#include "core/pricing/upload_requests.hpp"

#include "core/storage/multipart.hpp"

#include <algorithm>

namespace firn::pricing {

namespace {

void add_archives(std::vector<UploadRequests>& requests, std::int64_t archives, Bytes size,
                  const usage::Upload& upload, const ClassTerms& terms) {
    const auto plan = storage::plan_parts(size, upload.part_size, terms.parts);
    if (archives == 0 || !plan) return;
    if (plan->parts == 1) return add_requests(requests, terms.kinds.upload, archives);
    add_requests(requests, terms.kinds.begin, archives);
    add_requests(requests, terms.kinds.part, plan->parts * archives);
    add_requests(requests, terms.kinds.complete, archives);
    for (UploadRequests& entry : requests)
        entry.part_size = plan->part_size;
}

}  // namespace

void add_requests(std::vector<UploadRequests>& requests, const std::string& kind, std::int64_t count) {
    if (kind.empty() || count == 0) return;
    const auto same = std::find_if(requests.begin(), requests.end(),
                                   [&](const UploadRequests& known) { return known.kind == kind; });
    if (same != requests.end()) {
        same->count += count;
    } else {
        requests.push_back({kind, count});
    }
}

std::vector<UploadRequests> upload_requests(const usage::Upload& upload, const ClassTerms& terms) {
    std::vector<UploadRequests> requests;
    if (upload.archives == 0) return requests;
    const std::int64_t size = upload.bytes.count() / upload.archives;
    const std::int64_t larger = upload.bytes.count() % upload.archives;
    add_archives(requests, larger, Bytes{size + 1}, upload, terms);
    add_archives(requests, upload.archives - larger, Bytes{size}, upload, terms);
    return requests;
}

}  // namespace firn::pricing
