"""Invented speakers whose names make questions hard to read."""

from qa.reading import Known, KnownSpeaker

SPEAKERS = (
    KnownSpeaker("Sanna Veld", ("Veld", "S. Veld"), ("port director",)),
    KnownSpeaker("Oda Bern", roles=("Minister for Peat", "minister")),
    KnownSpeaker("Tobin Ash"),
    KnownSpeaker("Lena Ash", roles=("Judge",)),
    KnownSpeaker("Qassem Darvan", ("Qasem Darvan", "Haj Darvan"), ("Supreme Warden",)),
    KnownSpeaker("Ilan van der Horst"),
    KnownSpeaker("Maeve O'Tarn"),
    KnownSpeaker("Pia Finch-Vex"),
    KnownSpeaker("Ruel Dain"),
    KnownSpeaker("Mirela Stancovic"),
    KnownSpeaker("George H. W. Pell"),
    KnownSpeaker("Brandt"),
    KnownSpeaker("Tidal Office"),
    KnownSpeaker("林海月"),
    KnownSpeaker("Олена Верба"),
    KnownSpeaker("ياسر الهلالي"),
)
KNOWN = Known(SPEAKERS, ("The Flood of 1912", "Harbour Weekly"))
