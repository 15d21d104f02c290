#include "core/price_lists/rules.hpp"

#include <algorithm>
#include <array>

namespace firn::price_lists {

namespace {

using enum usage::ChargeType;
using pricing::BillingUnit;

constexpr auto kGbMonth = BillingUnit::gb_month;
constexpr auto kGb = BillingUnit::gb;
constexpr auto kRequests = BillingUnit::requests;

constexpr std::string_view kS3Book = "aws-s3-glacier";
constexpr std::string_view kVaultBook = "aws-glacier";
constexpr std::string_view kVault = offer::kVault;
constexpr std::string_view kS3 = offer::kS3;
constexpr std::string_view kDeep = offer::kDeepArchive;
constexpr std::string_view kTransfer = offer::kTransfer;

constexpr std::string_view kPut = "PutObject CopyObject PostObject -";
constexpr std::string_view kList = "ListBucket PutObject -";
constexpr std::string_view kPart = "UploadPart CopyPart UploadPartCopy";
constexpr std::string_view kVaultDoubt =
    "no list of the vault service has been seen: the usage type is that of its bills";

constexpr std::string_view kAsStandard =
    "this is the price of S3 Standard, which lists with more detail give to the parts of an upload";
constexpr std::string_view kInstantAsStandard =
    "this is the price of S3 Standard, as lists have it for the parts of uploads into the other archive "
    "classes; for this class they name none";

/// Whole names, never endings: "Tables-TimedStorage-ByteHrs" and "TimedStorage-GDA-Staging" are other things.
/// What S3 calls DataTransfer-Out-Bytes is not transfer to the internet; that is sold by AWSDataTransfer.
constexpr auto kRules = std::to_array<Rule>({
    // S3: storage
    {kS3Book, kS3, "TimedStorage-ByteHrs", "- StandardStorage", storage, "standard", "", "", kGbMonth},
    {kS3Book, kS3, "TimedStorage-GIR-ByteHrs", "- GlacierInstantRetrievalStorage", storage, "instant", "", "",
     kGbMonth},
    {kS3Book, kS3, "TimedStorage-GlacierByteHrs", "- GlacierStorage", storage, "flexible", "", "", kGbMonth},
    {kS3Book, kDeep, "TimedStorage-GDA-ByteHrs", "- DeepArchiveStorage", storage, "deep_archive", "", "",
     kGbMonth},
    // S3: requests. Tier3 has three prices and Tier4 two, told apart by the operation alone.
    {kS3Book, kS3, "Requests-Tier1", kPut, requests, "standard", "put", "", kRequests},
    {kS3Book, kS3, "Requests-Tier1", "InitiateMultipartUpload PutObject -", requests, "standard", "create",
     "", kRequests},
    {kS3Book, kS3, "Requests-Tier1", "UploadPart CopyPart UploadPartCopy PutObject -", requests, "standard",
     "part", "", kRequests},
    {kS3Book, kS3, "Requests-Tier1", "CompleteMultipartUpload PutObject -", requests, "standard", "complete",
     "", kRequests},
    {kS3Book, kS3, "Requests-Tier1", kList, requests, "standard", "list", "", kRequests},
    {kS3Book, kS3, "Requests-Tier1", kList, requests, "instant", "list", "", kRequests},
    {kS3Book, kS3, "Requests-Tier1", kList, requests, "flexible", "list", "", kRequests},
    {kS3Book, kS3, "Requests-Tier1", kList, requests, "deep_archive", "list", "", kRequests},
    {kS3Book, kS3, "Requests-Tier2", "GetObject -", requests, "standard", "get", "", kRequests},
    {kS3Book, kS3, "Requests-GIR-Tier1", kPut, requests, "instant", "put", "", kRequests},
    {kS3Book, kS3, "Requests-GIR-Tier1", "InitiateMultipartUpload", requests, "instant", "create", "",
     kRequests},
    {kS3Book, kS3, "Requests-GIR-Tier1", kPart, requests, "instant", "part", "", kRequests},
    // As with the other archive classes, these cost what S3 Standard asks, not the rate of the class.
    {kS3Book, kS3, "Requests-Tier1", "InitiateMultipartUpload PutObject -", requests, "instant", "create", "",
     kRequests, kInstantAsStandard},
    {kS3Book, kS3, "Requests-Tier1", "UploadPart PutObject -", requests, "instant", "part", "", kRequests,
     kInstantAsStandard},
    {kS3Book, kS3, "Requests-GIR-Tier1", "CompleteMultipartUpload PutObject -", requests, "instant",
     "complete", "", kRequests},
    {kS3Book, kS3, "Requests-GIR-Tier2", "GetObject -", requests, "instant", "get", "", kRequests},
    {kS3Book, kS3, "Requests-Tier4", "S3-GIRTransition", requests, "instant", "lifecycle", "", kRequests},
    {kS3Book, kS3, "Requests-GLACIER-Tier1", kPut, requests, "flexible", "put", "", kRequests},
    {kS3Book, kS3, "Requests-GLACIER-Tier1", "InitiateMultipartUpload", requests, "flexible", "create", "",
     kRequests},
    {kS3Book, kS3, "Requests-GLACIER-Tier1", kPart, requests, "flexible", "part", "", kRequests},
    {kS3Book, kS3, "Requests-GLACIER-Tier1", "CompleteMultipartUpload", requests, "flexible", "complete", "",
     kRequests},
    // Older lists do not tell the parts of an upload into the class apart: they cost what S3 Standard asks.
    {kS3Book, kS3, "Requests-Tier1", "InitiateMultipartUpload PutObject -", requests, "flexible", "create",
     "", kRequests, kAsStandard},
    {kS3Book, kS3, "Requests-Tier1", "UploadPart PutObject -", requests, "flexible", "part", "", kRequests,
     kAsStandard},
    {kS3Book, kS3, "Requests-GLACIER-Tier1", kPut, requests, "flexible", "complete", "", kRequests},
    {kS3Book, kS3, "Requests-GLACIER-Tier2", "GetObject -", requests, "flexible", "get", "", kRequests},
    {kS3Book, kS3, "Requests-Tier3", "S3-GlacierTransition -", requests, "flexible", "lifecycle", "",
     kRequests},
    {kS3Book, kDeep, "Requests-GDA-Tier1", kPut, requests, "deep_archive", "put", "", kRequests},
    {kS3Book, kDeep, "Requests-GDA-Tier1", "InitiateMultipartUpload", requests, "deep_archive", "create", "",
     kRequests},
    {kS3Book, kDeep, "Requests-GDA-Tier1", kPart, requests, "deep_archive", "part", "", kRequests},
    {kS3Book, kDeep, "Requests-GDA-Tier1", "CompleteMultipartUpload", requests, "deep_archive", "complete",
     "", kRequests},
    {kS3Book, kDeep, "Requests-GDA-Tier2", "GetObject -", requests, "deep_archive", "get", "", kRequests},
    {kS3Book, kS3, "Requests-GDA-Tier2", "GetObject -", requests, "deep_archive", "get", "", kRequests},
    {kS3Book, kDeep, "Requests-Tier3", "S3-GDATransition", requests, "deep_archive", "lifecycle", "",
     kRequests},
    {kS3Book, kS3, "Requests-Tier3", "S3-GDATransition", requests, "deep_archive", "lifecycle", "",
     kRequests},
    // S3: retrieval by tier
    {kS3Book, kS3, "Retrieval-GIR", "- GetObject", retrieval, "instant", "", "", kGb},
    {kS3Book, kS3, "Standard-Retrieval-Bytes", "RestoreObject -", retrieval, "flexible", "", "standard", kGb},
    {kS3Book, kS3, "Bulk-Retrieval-Bytes", "RestoreObject -", retrieval, "flexible", "", "bulk", kGb},
    {kS3Book, kS3, "Expedited-Retrieval-Bytes", "RestoreObject -", retrieval, "flexible", "", "expedited",
     kGb},
    {kS3Book, kDeep, "Standard-Retrieval-Bytes", "DeepArchiveRestoreObject -", retrieval, "deep_archive", "",
     "standard", kGb},
    {kS3Book, kS3, "Standard-Retrieval-Bytes", "DeepArchiveRestoreObject", retrieval, "deep_archive", "",
     "standard", kGb},
    {kS3Book, kDeep, "Bulk-Retrieval-Bytes", "DeepArchiveRestoreObject -", retrieval, "deep_archive", "",
     "bulk", kGb},
    {kS3Book, kS3, "Bulk-Retrieval-Bytes", "DeepArchiveRestoreObject", retrieval, "deep_archive", "", "bulk",
     kGb},
    {kS3Book, kS3, "Requests-Tier3", "RestoreObject -", retrieval_requests, "flexible", "retrieval",
     "standard", kRequests},
    {kS3Book, kS3, "Requests-Tier5", "RestoreObject -", retrieval_requests, "flexible", "retrieval", "bulk",
     kRequests},
    {kS3Book, kS3, "Requests-Tier6", "RestoreObject -", retrieval_requests, "flexible", "retrieval",
     "expedited", kRequests},
    {kS3Book, kDeep, "Requests-GDA-Tier3", "DeepArchiveRestoreObject RestoreObject -", retrieval_requests,
     "deep_archive", "retrieval", "standard", kRequests},
    {kS3Book, kDeep, "Requests-GDA-Tier5", "DeepArchiveRestoreObject RestoreObject -", retrieval_requests,
     "deep_archive", "retrieval", "bulk", kRequests},
    // S3: early deletion
    {kS3Book, kS3, "EarlyDelete-GIR", "- DeleteObject", early_deletion, "instant", "", "", kGbMonth},
    {kS3Book, kS3, "EarlyDelete-ByteHrs", "- DeleteObject", early_deletion, "flexible", "", "", kGbMonth},
    {kS3Book, kDeep, "EarlyDelete-GDA", "- DeleteObject", early_deletion, "deep_archive", "", "", kGbMonth},
    // Transfer to the internet, of both books
    {kS3Book, kTransfer, "DataTransfer-Out-Bytes", "-", transfer_out, "", "", "", kGb},
    {kVaultBook, kTransfer, "DataTransfer-Out-Bytes", "-", transfer_out, "", "", "", kGb},
    // The vault service
    {kVaultBook, kVault, "TimedStorage-ByteHrs", "-", storage, "glacier", "", "", kGbMonth, kVaultDoubt},
    {kVaultBook, kVault, "EarlyDelete-ByteHrs", "-", early_deletion, "glacier", "", "", kGbMonth,
     kVaultDoubt},
    {kVaultBook, kVault, "Requests-Tier1", "UploadArchive -", requests, "glacier", "upload", "", kRequests,
     kVaultDoubt},
    {kVaultBook, kVault, "Requests-Tier1", "InitiateJob -", retrieval_requests, "glacier", "retrieval",
     "standard", kRequests,
     "it is not known whether Requests-Tier1 prices uploads, standard retrievals or both"},
    {kVaultBook, kVault, "Requests-Tier2", "-", retrieval_requests, "glacier", "retrieval", "bulk", kRequests,
     kVaultDoubt},
    {kVaultBook, kVault, "Requests-Tier3", "-", retrieval_requests, "glacier", "retrieval", "expedited",
     kRequests, kVaultDoubt},
    {kVaultBook, kVault, "Standard-Retrieval-Bytes", "-", retrieval, "glacier", "", "standard", kGb,
     kVaultDoubt},
    {kVaultBook, kVault, "Bulk-Retrieval-Bytes", "-", retrieval, "glacier", "", "bulk", kGb, kVaultDoubt},
    {kVaultBook, kVault, "Expedited-Retrieval-Bytes", "-", retrieval, "glacier", "", "expedited", kGb,
     kVaultDoubt},
});

constexpr std::array<std::string_view, 4> kOffers{kVault, kS3, kDeep, kTransfer};

constexpr std::size_t kLongestPrefix = std::string_view{"APNE1-"}.size();

/// "EU-", "USW2-", or nothing: what a region puts before its usage types, and no other word ("Tables-").
bool is_region_prefix(std::string_view prefix) {
    if (prefix.empty()) return true;
    const std::string_view word = prefix.substr(0, prefix.size() - 1);
    return prefix.size() <= kLongestPrefix && !word.empty() && prefix.back() == '-' &&
           std::all_of(word.begin(), word.end(),
                       [](char c) { return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); });
}

bool leaves_for_internet(const Product& product) {
    return product.to_location == "External" &&
           (product.transfer_type.empty() || product.transfer_type == "AWS Outbound");
}

}  // namespace

std::span<const Rule> rules() { return kRules; }

std::optional<std::string_view> prefix_of(std::string_view usage_type, const Rule& rule) {
    if (!usage_type.ends_with(rule.usage_type)) return std::nullopt;
    const std::string_view prefix = usage_type.substr(0, usage_type.size() - rule.usage_type.size());
    if (!is_region_prefix(prefix)) return std::nullopt;
    return prefix;
}

bool may_be_wanted(std::string_view offer, std::string_view usage_type) {
    return std::any_of(kRules.begin(), kRules.end(), [&](const Rule& rule) {
        return rule.offer == offer && prefix_of(usage_type, rule).has_value();
    });
}

std::optional<std::size_t> preference(const Rule& rule, std::string_view operation) {
    if (operation.empty()) operation = "-";
    std::string_view rest = rule.operations;
    for (std::size_t rank = 0; !rest.empty(); ++rank) {
        const std::size_t end = std::min(rest.find(' '), rest.size());
        if (rest.substr(0, end) == operation) return rank;
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return std::nullopt;
}

bool wants_operation(const Rule& rule, const Product& product) {
    return rule.offer == product.offer && preference(rule, product.operation).has_value() &&
           (rule.charge != transfer_out || leaves_for_internet(product));
}

bool wants(const Rule& rule, const Product& product) {
    return wants_operation(rule, product) && prefix_of(product.usage_type, rule).has_value();
}

bool is_known_offer(std::string_view offer) {
    return std::find(kOffers.begin(), kOffers.end(), offer) != kOffers.end();
}

std::string known_offers_text() {
    std::string text;
    for (std::size_t i = 0; i < kOffers.size(); ++i) {
        text += i == 0 ? "" : i + 1 == kOffers.size() ? " or " : ", ";
        text += kOffers.at(i);
    }
    return text;
}

std::string_view book_of_offer(std::string_view offer) {
    if (offer == kVault) return kVaultBook;
    return offer == kTransfer ? std::string_view{} : kS3Book;
}

}  // namespace firn::price_lists
