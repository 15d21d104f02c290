#pragma once

#include "core/io/md5.hpp"

#include <string>
#include <string_view>

inline constexpr std::string_view kInventorySchema =
    "Bucket, Key, VersionId, IsLatest, IsDeleteMarker, Size, LastModifiedDate, StorageClass";

inline std::string md5_of(std::string_view bytes) {
    firn::io::Md5 md5;
    md5.add(bytes);
    return md5.digest();
}

/// The entry of a manifest for a file of these bytes.
inline std::string manifest_entry(const std::string& key, std::string_view bytes) {
    return R"({"key": ")" + key + R"(", "size": )" + std::to_string(bytes.size()) + R"(, "MD5checksum": ")" +
           md5_of(bytes) + R"("})";
}

/// A manifest with these entries, separated by commas.
inline std::string manifest_of(const std::string& entries, std::string_view schema = kInventorySchema,
                               std::string_view format = "CSV") {
    return R"({"sourceBucket": "photos", "destinationBucket": "arn:aws:s3:::lists", "version": "2016-11-30",
"creationTimestamp": "1362441600000", "fileFormat": ")" +
           std::string{format} + R"(", "fileSchema": ")" + std::string{schema} + R"(", "files": [)" +
           entries + "]}";
}

/// A row of the usual schema: "photos","a.jpg","v1","true","false","25","2013-03-05T00:00:00.000Z","STANDARD"
inline std::string inventory_row(const std::string& key, const std::string& latest, const std::string& marker,
                                 const std::string& size, const std::string& time) {
    return "\"photos\",\"" + key + "\",\"v1\",\"" + latest + "\",\"" + marker + "\",\"" + size + "\",\"" +
           time + "\",\"STANDARD\"\n";
}
