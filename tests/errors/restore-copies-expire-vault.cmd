# A vault keeps what is ready for a day, and the link takes longer.
firn restore --class glacier --bytes 1TiB --archives 1000 --link 10Mbit/s --date 2014-05 --pacing none
