#pragma once

#include "core/alternatives/alternative.hpp"

#include <string>
#include <vector>

namespace firn::alternatives {

/// Parameters of a kind with the defaults of the year in which a comparison begins, each with its grade and
/// source, and sums of money with the currency of the source. `service` chooses among the archive services.
/// Sets and unknown services have none; `per_tb_month` of a quote has none that means anything.
[[nodiscard]] Parameters default_parameters(Kind kind, int year, const std::string& service = {});

/// "google_archive", "azure_archive", "backblaze_b2", "wasabi", "ovh_cold_archive"
[[nodiscard]] const std::vector<std::string>& archive_services();

/// What is compared when nobody names alternatives: drives, a second datacenter, tape, the class of this
/// price book, and drives together with it.
[[nodiscard]] Comparison default_comparison(const pricing::PriceBook& book, const std::string& storage_class,
                                            int year);

}  // namespace firn::alternatives
