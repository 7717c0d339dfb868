using SupplyChain.Network;

namespace SupplyChain.Demo;

/// <summary>Where long journeys change vehicles: airports and sea ports with their UN/LOCODE.</summary>
internal static class Hubs
{
    private static readonly Hub[] Airports =
    [
        new("Frankfurt Airport", "DEFRA", 50.03, 8.57),
        new("Liège Airport", "BELGG", 50.64, 5.44),
        new("East Midlands Airport", "GBEMA", 52.83, -1.33),
        new("Istanbul Airport", "TRIST", 41.26, 28.74),
        new("Memphis International", "USMEM", 35.04, -89.98),
        new("Anchorage Airport", "USANC", 61.17, -149.99),
        new("Los Angeles International", "USLAX", 33.94, -118.41),
        new("New York JFK", "USJFK", 40.64, -73.78),
        new("Miami International", "USMIA", 25.79, -80.29),
        new("Toronto Pearson", "CAYYZ", 43.68, -79.63),
        new("São Paulo Guarulhos", "BRGRU", -23.43, -46.47),
        new("Bogotá El Dorado", "COBOG", 4.70, -74.15),
        new("Santiago Pudahuel Airport", "CLSCL", -33.39, -70.79),
        new("Dubai World Central", "AEDWC", 24.90, 55.16),
        new("Addis Ababa Bole", "ETADD", 8.98, 38.80),
        new("Johannesburg OR Tambo", "ZAJNB", -26.14, 28.25),
        new("Casablanca Mohammed V", "MACMN", 33.37, -7.59),
        new("Delhi Indira Gandhi", "INDEL", 28.57, 77.10),
        new("Singapore Changi", "SGSIN", 1.36, 103.99),
        new("Hong Kong International", "HKHKG", 22.31, 113.91),
        new("Shanghai Pudong", "CNPVG", 31.14, 121.81),
        new("Tokyo Narita", "JPNRT", 35.77, 140.39),
        new("Sydney Kingsford Smith", "AUSYD", -33.95, 151.18),
        new("Auckland Airport", "NZAKL", -37.01, 174.79),
    ];

    private static readonly Hub[] Seaports =
    [
        new("Port of Rotterdam", "NLRTM", 51.95, 4.14),
        new("Port of Hamburg", "DEHAM", 53.54, 9.97),
        new("Port of Algeciras", "ESALG", 36.13, -5.43),
        new("Port of Piraeus", "GRPIR", 37.94, 23.62),
        new("Port of Felixstowe", "GBFXT", 51.96, 1.35),
        new("Port of New York and New Jersey", "USNYC", 40.67, -74.04),
        new("Port of Savannah", "USSAV", 32.08, -81.09),
        new("Port of Houston", "USHOU", 29.73, -95.27),
        new("Port of Los Angeles", "USLAX", 33.74, -118.27),
        new("Port of Vancouver", "CAVAN", 49.29, -123.10),
        new("Port of Manzanillo", "MXZLO", 19.05, -104.32),
        new("Port of Balboa", "PABLB", 8.96, -79.57),
        new("Port of Callao", "PECLL", -12.05, -77.15),
        new("Port of Santos", "BRSSZ", -23.96, -46.30),
        new("Port of Buenos Aires", "ARBUE", -34.58, -58.37),
        new("Port of Tema", "GHTEM", 5.64, 0.02),
        new("Port of Durban", "ZADUR", -29.88, 31.03),
        new("Port of Mombasa", "KEMBA", -4.06, 39.66),
        new("Port Said", "EGPSD", 31.25, 32.31),
        new("Jebel Ali Port", "AEJEA", 25.01, 55.06),
        new("Nhava Sheva", "INNSA", 18.95, 72.95),
        new("Port of Colombo", "LKCMB", 6.95, 79.85),
        new("Port of Singapore", "SGSIN", 1.27, 103.76),
        new("Port of Shanghai", "CNSHA", 31.36, 121.62),
        new("Port of Shenzhen Yantian", "CNSZP", 22.57, 114.27),
        new("Port of Busan", "KRPUS", 35.10, 129.04),
        new("Port of Yokohama", "JPYOK", 35.45, 139.66),
        new("Port of Melbourne", "AUMEL", -37.82, 144.92),
        new("Port of Auckland", "NZAKL", -36.84, 174.77),
    ];

    /// <summary>The airport nearest to a place.</summary>
    public static Hub Airport(GeoPoint place) => Nearest(Airports, place);

    /// <summary>The sea port nearest to a place.</summary>
    public static Hub Seaport(GeoPoint place) => Nearest(Seaports, place);

    private static Hub Nearest(Hub[] hubs, GeoPoint place) =>
        hubs.MinBy(hub => GreatCircle.DistanceKm(hub.Point, place))!;
}
