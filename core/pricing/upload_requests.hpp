#pragma once

#include "core/pricing/price_book.hpp"
#include "core/units/bytes.hpp"
#include "core/usage/usage.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace firn::pricing {

/// So many requests of a kind.
struct UploadRequests {
    std::string kind{};
    std::int64_t count = 0;
    std::optional<Bytes> part_size{};  ///< of archives that go up in parts
};

/// Adds so many requests of a kind to those of the same kind; none where the kind is empty.
void add_requests(std::vector<UploadRequests>& requests, const std::string& kind, std::int64_t count);

/// The requests that the archives of an upload are billed as, each kind once, in the order of an upload. The
/// bytes are spread over the archives as evenly as whole bytes allow.
///
///     vault, 8,192 archives of 128 MiB in parts of 8 MiB:  upload 131,072
///     deep_archive, the same:                              create 8,192, part 131,072, complete 8,192
///     deep_archive, 8,192 archives in one piece:           put 8,192
[[nodiscard]] std::vector<UploadRequests> upload_requests(const usage::Upload& upload,
                                                          const ClassTerms& terms);

}  // namespace firn::pricing
