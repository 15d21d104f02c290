#pragma once

/// The one place that names the test framework: tests include this header and nothing of Catch2.
#include <catch2/catch.hpp>
