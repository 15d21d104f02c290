#include "core/price_lists/book_shape.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>
#include <vector>

namespace firn::price_lists {

namespace {

using enum usage::ChargeType;
using pricing::BillingUnit;
using pricing::PriceBook;
using pricing::Tariff;

constexpr auto kGbMonth = BillingUnit::gb_month;
constexpr auto kGb = BillingUnit::gb;
constexpr auto kRequests = BillingUnit::requests;

/// A charge as bills and reports name it; `rate_of` is the class whose storage rate it has.
struct Charge {
    usage::ChargeType charge;
    std::string_view storage_class;
    std::string_view kind;
    std::string_view tier;
    BillingUnit unit;
    std::string_view usage_type;
    std::string_view operations;  ///< separated by blanks
    std::string_view rate_of = {};
};

constexpr std::string_view kPut = "PutObject CopyObject PostObject";
constexpr std::string_view kParts = "UploadPart CopyPart";

constexpr auto kS3Charges = std::to_array<Charge>({
    {storage, "standard", "", "", kGbMonth, "TimedStorage-ByteHrs", "StandardStorage"},
    {requests, "standard", "put", "", kRequests, "Requests-Tier1", kPut},
    {requests, "standard", "create", "", kRequests, "Requests-Tier1", "InitiateMultipartUpload"},
    {requests, "standard", "part", "", kRequests, "Requests-Tier1", kParts},
    {requests, "standard", "complete", "", kRequests, "Requests-Tier1", "CompleteMultipartUpload"},
    {requests, "standard", "get", "", kRequests, "Requests-Tier2", "GetObject"},
    {requests, "standard", "list", "", kRequests, "Requests-Tier1", "ListBucket"},

    {storage, "instant", "", "", kGbMonth, "TimedStorage-GIR-ByteHrs", ""},
    {requests, "instant", "put", "", kRequests, "Requests-GIR-Tier1", kPut},
    {requests, "instant", "create", "", kRequests, "Requests-GIR-Tier1", "InitiateMultipartUpload"},
    {requests, "instant", "part", "", kRequests, "Requests-GIR-Tier1", kParts},
    {requests, "instant", "complete", "", kRequests, "Requests-GIR-Tier1", "CompleteMultipartUpload"},
    {requests, "instant", "lifecycle", "", kRequests, "Requests-Tier4", "S3-GIRTransition"},
    {requests, "instant", "get", "", kRequests, "Requests-GIR-Tier2", "GetObject"},
    {requests, "instant", "list", "", kRequests, "Requests-Tier1", "ListBucket"},
    {retrieval, "instant", "", "", kGb, "Retrieval-GIR", ""},
    {early_deletion, "instant", "", "", kGbMonth, "EarlyDelete-GIR", ""},

    {storage, "flexible", "", "", kGbMonth, "TimedStorage-GlacierByteHrs", "GlacierStorage"},
    {overhead, "flexible", "class_rate", "", kGbMonth, "TimedStorage-GlacierByteHrs", "GlacierObjectOverhead",
     "flexible"},
    {overhead, "flexible", "standard_rate", "", kGbMonth, "TimedStorage-ByteHrs", "GlacierS3ObjectOverhead",
     "standard"},
    {requests, "flexible", "put", "", kRequests, "Requests-GLACIER-Tier1", kPut},
    {requests, "flexible", "create", "", kRequests, "Requests-GLACIER-Tier1", "InitiateMultipartUpload"},
    {requests, "flexible", "part", "", kRequests, "Requests-GLACIER-Tier1", kParts},
    {requests, "flexible", "complete", "", kRequests, "Requests-GLACIER-Tier1", "CompleteMultipartUpload"},
    {requests, "flexible", "lifecycle", "", kRequests, "Requests-Tier3", "S3-GlacierTransition"},
    {requests, "flexible", "get", "", kRequests, "Requests-GLACIER-Tier2", "GetObject"},
    {requests, "flexible", "list", "", kRequests, "Requests-Tier1", "ListBucket"},
    {retrieval, "flexible", "", "expedited", kGb, "Expedited-Retrieval-Bytes", "RestoreObject"},
    {retrieval_requests, "flexible", "retrieval", "expedited", kRequests, "Requests-Tier6", "RestoreObject"},
    {retrieval, "flexible", "", "standard", kGb, "Standard-Retrieval-Bytes", "RestoreObject"},
    {retrieval_requests, "flexible", "retrieval", "standard", kRequests, "Requests-Tier3", "RestoreObject"},
    {retrieval, "flexible", "", "bulk", kGb, "Bulk-Retrieval-Bytes", "RestoreObject"},
    {retrieval_requests, "flexible", "retrieval", "bulk", kRequests, "Requests-Tier5", "RestoreObject"},
    {early_deletion, "flexible", "", "", kGbMonth, "EarlyDelete-ByteHrs", ""},
    {copy, "flexible", "", "", kGbMonth, "TimedStorage-ByteHrs", "RestoreObject", "standard"},
    {staging, "flexible", "", "", kGbMonth, "TimedStorage-GlacierStaging", "", "standard"},

    {storage, "deep_archive", "", "", kGbMonth, "TimedStorage-GDA-ByteHrs", "DeepArchiveStorage"},
    {overhead, "deep_archive", "class_rate", "", kGbMonth, "TimedStorage-GDA-ByteHrs",
     "DeepArchiveObjectOverhead", "deep_archive"},
    {overhead, "deep_archive", "standard_rate", "", kGbMonth, "TimedStorage-ByteHrs",
     "DeepArchiveS3ObjectOverhead", "standard"},
    {requests, "deep_archive", "put", "", kRequests, "Requests-GDA-Tier1", kPut},
    {requests, "deep_archive", "create", "", kRequests, "Requests-GDA-Tier1", "InitiateMultipartUpload"},
    {requests, "deep_archive", "part", "", kRequests, "Requests-GDA-Tier1", kParts},
    {requests, "deep_archive", "complete", "", kRequests, "Requests-GDA-Tier1", "CompleteMultipartUpload"},
    {requests, "deep_archive", "lifecycle", "", kRequests, "Requests-Tier3", "S3-GDATransition"},
    {requests, "deep_archive", "get", "", kRequests, "Requests-GDA-Tier2", "GetObject"},
    {requests, "deep_archive", "list", "", kRequests, "Requests-Tier1", "ListBucket"},
    {retrieval, "deep_archive", "", "standard", kGb, "Standard-Retrieval-Bytes", "DeepArchiveRestoreObject"},
    {retrieval_requests, "deep_archive", "retrieval", "standard", kRequests, "Requests-GDA-Tier3",
     "DeepArchiveRestoreObject"},
    {retrieval, "deep_archive", "", "bulk", kGb, "Bulk-Retrieval-Bytes", "DeepArchiveRestoreObject"},
    {retrieval_requests, "deep_archive", "retrieval", "bulk", kRequests, "Requests-GDA-Tier5",
     "DeepArchiveRestoreObject"},
    {early_deletion, "deep_archive", "", "", kGbMonth, "EarlyDelete-GDA", ""},
    {copy, "deep_archive", "", "", kGbMonth, "TimedStorage-ByteHrs", "DeepArchiveRestoreObject", "standard"},
    {staging, "deep_archive", "", "", kGbMonth, "TimedStorage-GDA-Staging", "", "standard"},

    {transfer_out, "", "", "", kGb, "DataTransfer-Out-Bytes", ""},
});

constexpr auto kVaultCharges = std::to_array<Charge>({
    {storage, "glacier", "", "", kGbMonth, "TimedStorage-ByteHrs", ""},
    {requests, "glacier", "upload", "", kRequests, "Requests-Tier1", ""},
    {retrieval, "glacier", "", "expedited", kGb, "Expedited-Retrieval-Bytes", ""},
    {retrieval_requests, "glacier", "retrieval", "expedited", kRequests, "Requests-Tier3", ""},
    {retrieval, "glacier", "", "standard", kGb, "Standard-Retrieval-Bytes", ""},
    {retrieval_requests, "glacier", "retrieval", "standard", kRequests, "Requests-Tier1", ""},
    {retrieval, "glacier", "", "bulk", kGb, "Bulk-Retrieval-Bytes", ""},
    {retrieval_requests, "glacier", "retrieval", "bulk", kRequests, "Requests-Tier2", ""},
    {early_deletion, "glacier", "", "", kGbMonth, "EarlyDelete-ByteHrs", ""},
    {transfer_out, "", "", "", kGb, "DataTransfer-Out-Bytes", ""},
});

std::span<const Charge> charges_of(std::string_view book) {
    if (book == "aws-glacier") return kVaultCharges;
    return kS3Charges;
}

std::vector<std::string> words(std::string_view text) {
    std::vector<std::string> found;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(' '), text.size());
        found.emplace_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return found;
}

Tariff tariff_of(const Charge& charge) {
    return {.charge = charge.charge,
            .storage_class = std::string{charge.storage_class},
            .kind = std::string{charge.kind},
            .tier = std::string{charge.tier},
            .unit = charge.unit,
            .usage_type = std::string{charge.usage_type},
            .operations = words(charge.operations)};
}

std::optional<std::size_t> find_tariff(const PriceBook& book, usage::ChargeType charge,
                                       std::string_view storage_class, std::string_view kind,
                                       std::string_view tier) {
    const auto found = std::find_if(book.tariffs.begin(), book.tariffs.end(), [&](const Tariff& tariff) {
        return tariff.charge == charge && tariff.storage_class == storage_class && tariff.kind == kind &&
               tariff.tier == tier;
    });
    if (found == book.tariffs.end()) return std::nullopt;
    return static_cast<std::size_t>(found - book.tariffs.begin());
}

/// Days of 24 hours.
Duration days(int n) { return std::chrono::days{n}; }

std::vector<pricing::ClassTerms> s3_classes() {
    const auto terms = [](std::string name, std::string retrieval, int minimum_days) {
        return pricing::ClassTerms{.name = std::move(name),
                                   .minimum_duration = days(minimum_days),
                                   .parts = storage::PartRule::whole_mib,
                                   .kinds = {.upload = "put",
                                             .begin = "create",
                                             .part = "part",
                                             .complete = "complete",
                                             .retrieval = std::move(retrieval)}};
    };
    std::vector<pricing::ClassTerms> classes{terms("standard", "get", 0), terms("instant", "get", 90),
                                             terms("flexible", "retrieval", 90),
                                             terms("deep_archive", "retrieval", 180)};
    classes[1].minimum_size = Bytes::from_kib(128);
    for (const std::size_t archive : {std::size_t{2}, std::size_t{3}}) {
        classes[archive].overhead = Bytes::from_kib(32);
        classes[archive].standard_overhead = Bytes::from_kib(8);
    }
    return classes;
}

/// The root of a rate, which has prices of its own.
std::optional<std::size_t> rate_root(const PriceBook& book, const Charge& charge) {
    if (charge.rate_of.empty()) return std::nullopt;
    return find_tariff(book, storage, charge.rate_of, "", "");
}

}  // namespace

PriceBook book_shape(std::string_view book, const std::string& region) {
    const bool is_vault = book == "aws-glacier";
    PriceBook shape{
        .name = std::string{book},
        .title = is_vault ? "Amazon Glacier (vault service)" : "Amazon S3 Glacier storage classes",
        .region = region,
        .gb = Bytes::from_gib(1)};
    if (is_vault) {
        shape.closed_to_new_customers = *parse_rfc3339("2025-12-15");
        shape.classes = {{.name = "glacier", .overhead = Bytes::from_kib(32), .minimum_duration = days(90)}};
    } else {
        shape.classes = s3_classes();
    }
    for (const Charge& charge : charges_of(book))
        shape.tariffs.push_back(tariff_of(charge));
    std::size_t index = 0;
    for (const Charge& charge : charges_of(book))
        shape.tariffs[index++].rate_of = rate_root(shape, charge);
    return shape;
}

std::size_t tariff_for(PriceBook& book, usage::ChargeType charge, std::string_view storage_class,
                       std::string_view kind, std::string_view tier) {
    if (const auto known = find_tariff(book, charge, storage_class, kind, tier)) return *known;
    for (const Charge& one : charges_of(book.name)) {
        if (one.charge != charge || one.storage_class != storage_class || one.kind != kind ||
            one.tier != tier)
            continue;
        book.tariffs.push_back(tariff_of(one));
    }
    return book.tariffs.size() - 1;
}

void settle(PriceBook& book) {
    std::vector<std::optional<std::size_t>> new_index(book.tariffs.size());
    std::vector<Tariff> kept;
    for (std::size_t i = 0; i < book.tariffs.size(); ++i) {
        const Tariff& tariff = book.tariffs[i];
        const Tariff& root = tariff.rate_of ? book.tariffs.at(*tariff.rate_of) : tariff;
        if (root.periods.empty()) continue;
        new_index[i] = kept.size();
        kept.push_back(tariff);
    }
    for (Tariff& tariff : kept) {
        if (tariff.rate_of) tariff.rate_of = new_index.at(*tariff.rate_of);
    }
    for (Tariff& tariff : kept) {
        if (tariff.rate_of) tariff.periods = kept.at(*tariff.rate_of).periods;
    }
    book.tariffs = std::move(kept);
}

}  // namespace firn::price_lists
