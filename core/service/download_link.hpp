#pragma once

#include "core/units/bytes.hpp"
#include "core/units/time.hpp"

#include <cstdint>

namespace firn::service {

/// Somebody who carries downloads and says when each has ended.
class DownloadLink {
  public:
    DownloadLink() = default;
    DownloadLink(const DownloadLink&) = delete;
    DownloadLink& operator=(const DownloadLink&) = delete;
    virtual ~DownloadLink() = default;

    virtual void begin(std::uint64_t id, Bytes bytes, Duration now) = 0;
};

}  // namespace firn::service
