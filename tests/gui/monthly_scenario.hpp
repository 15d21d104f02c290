#pragma once

#include "gui/document/scenario_document.hpp"
#include "tests/support/catch.hpp"

#include <QByteArray>
#include <QFile>
#include <QProcess>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

namespace firn::gui {

inline void write_file(const QString& path, const QByteArray& text) {
    QFile file{path};
    REQUIRE(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    file.write(text);
}

/// Thirty months of history, and a scenario that goes on for three.
struct MonthlyScenario {
    QTemporaryDir folder{};
    QString path = folder.filePath(QStringLiteral("monthly.yaml"));
    ScenarioDocument document{};

    MonthlyScenario() {
        QByteArray totals{"month,items,bytes\n"};
        for (int month = 0; month < 36; ++month) {
            const int items = 1000 + 40 * month + (month % 5) * 30;
            totals += QByteArray::number(2011 + month / 12) + (month % 12 < 9 ? "-0" : "-") +
                      QByteArray::number(month % 12 + 1) + "," + QByteArray::number(items) + "," +
                      QByteArray::number(qint64{2'000'000} * items + month * 1'000'000) + "\n";
        }
        write_file(folder.filePath(QStringLiteral("monthly.csv")), totals);
        write_file(path,
                   "scenario: 1\nname: monthly\nstart: 2013-07-01\nmonths: 3\nprice_book: aws-glacier\n"
                   "workload:\n  monthly_totals: {file: monthly.csv, sizes: lognormal, deviation: 1}\n"
                   "stock: {archives: 600, bytes: 60 GB}\n"
                   "pipeline: {bundle_size: 100 MB}\n");
        REQUIRE(document.open(path));
    }

    /// What `firn forecast --freeze` keeps of it.
    [[nodiscard]] QString frozen() const {
        const QString budget = folder.filePath(QStringLiteral("budget.json"));
        QProcess program;
        program.start(QStringLiteral(FIRN_PROGRAM),
                      {QStringLiteral("forecast"), path, QStringLiteral("--freeze"), budget,
                       QStringLiteral("--draws"), QStringLiteral("60"), QStringLiteral("--quiet")});
        REQUIRE(program.waitForFinished(120'000));
        REQUIRE(QFile::exists(budget));
        return budget;
    }
};

}  // namespace firn::gui
