#pragma once

#include <string>

// Two files each, as the tools print them: photos/a b.jpg with 25,000 bytes of 2013-03-05T07:30:15Z and
// c.jpg with no byte, a day before it; the order is that of names.

inline const std::string kFindListing =
    "1362468615.2500000000 25000 photos/a b.jpg\n"
    "1362382215.0000000000 0 photos/c.jpg\n";

inline const std::string kLsListing =
    "photos:\n"
    "total 28\n"
    "-rw-r--r-- 1 ann domain users 25000 2013-03-05 08:30:15.250000000 +0100 a b.jpg\n"
    "-rw-r--r--. 2 ann staff     0 2013-03-04 07:30:15.000000000 +0000 c.jpg\n"
    "drwxr-xr-x+ 2 ann staff  4096 2013-03-05 07:30:15.000000000 +0000 raw\n"
    "lrwxrwxrwx 1 ann staff     5 2013-03-05 07:30:15.000000000 +0000 last -> c.jpg\n"
    "srw-rw-rw- 1 ann staff     0 2013-03-05 07:30:15.000000000 +0000 socket\n"
    "\n"
    "photos/raw:\n"
    "total 0\n";

inline const std::string kTarListing =
    "drwxr-xr-x ann/staff         0 2013-03-05 07:30 photos/\n"
    "-rw-r--r-- ann/staff     25000 2013-03-05 07:30:15.25 photos/a b.jpg\n"
    "-rw-r--r-- 1000/1000         0 2013-03-04 07:30:15 photos/c.jpg\n"
    "hrw-r--r-- ann/staff         0 2013-03-05 07:30 photos/d.jpg link to photos/c.jpg\n"
    "lrwxrwxrwx ann/staff         0 2013-03-05 07:30 photos/last -> c.jpg\n"
    "crw-rw-rw- root/root       1,3 2013-03-05 07:30 dev/null\n";

inline const std::string kS3Listing =
    "2013-03-05 07:30:15      25000 photos/a b.jpg\n"
    "2013-03-04 07:30:15          0 photos/c.jpg\n"
    "\n"
    "Total Objects: 2\n"
    "   Total Size: 25000\n";

inline const std::string kS3ApiListing = R"({
    "Contents": [
        {
            "Key": "photos/a \"b\".jpg",
            "LastModified": "2013-03-05T07:30:15.250000+00:00",
            "ETag": "\"d41d8cd98f00b204e9800998ecf8427e\"",
            "ChecksumAlgorithm": ["CRC32", {"of": ["nothing"]}],
            "Size": 25000,
            "StorageClass": "STANDARD",
            "Owner": {"DisplayName": "ann", "ID": "7b"}
        },
        {
            "Key": "photos/c%20\u000a.jpg",
            "LastModified": "2013-03-04T07:30:15+00:00",
            "ETag": "\"d41d8cd98f00b204e9800998ecf8427e\"",
            "Size": 0,
            "StorageClass": "STANDARD"
        }
    ],
    "RequestCharged": null
}
)";

inline const std::string kRcloneJsonListing =
    "[\n"
    R"({"Path":"photos","Name":"photos","Size":-1,"MimeType":"inode/directory","ModTime":"2013-03-05T07:30:15Z","IsDir":true},)"
    "\n"
    R"({"Path":"photos/a b.jpg","Name":"a b.jpg","Size":25000,"MimeType":"image/jpeg","ModTime":"2013-03-05T08:30:15.250000000+01:00","IsDir":false},)"
    "\n"
    R"({"Path":"photos/c.jpg","Name":"c.jpg","Size":0,"MimeType":"image/jpeg","ModTime":"2013-03-04T07:30:15Z","IsDir":false},)"
    "\n"
    R"({"Path":"paper","Name":"paper","Size":-1,"MimeType":"text/plain","ModTime":"2013-03-04T07:30:15Z","IsDir":false})"
    "\n]\n";

inline const std::string kRcloneListing =
    "    25000 2013-03-05 07:30:15.250000000 photos/a b.jpg\n"
    "        0 2013-03-04 07:30:15.000000001 photos/c.jpg\n"
    "       -1 2013-03-04 07:30:15.000000000 paper\n";
