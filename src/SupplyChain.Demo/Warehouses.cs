namespace SupplyChain.Demo;

/// <summary>The demo world's warehouses: real cities and ports on every inhabited continent.</summary>
internal static class Warehouses
{
    public static readonly IReadOnlyList<WarehouseSite> All =
    [
        .. In("Europe",
            new("rotterdam", 1, new("Rotterdam Maasvlakte", "NL", "NLRTM", 51.95, 4.03, "Europe/Amsterdam")),
            new("hamburg", 2, new("Hamburg Altenwerder", "DE", "DEHAM", 53.51, 9.93, "Europe/Berlin")),
            new("leipzig", 2, new("Leipzig Air Hub", "DE", "DELEJ", 51.42, 12.22, "Europe/Berlin")),
            new("antwerp", 3, new("Antwerp North", "BE", "BEANR", 51.28, 4.33, "Europe/Brussels")),
            new("le-havre", 3, new("Le Havre Port 2000", "FR", "FRLEH", 49.47, 0.15, "Europe/Paris")),
            new("lyon", 3, new("Lyon Saint-Exupéry", "FR", "FRLYS", 45.73, 5.08, "Europe/Paris")),
            new("felixstowe", 2, new("Felixstowe Quay", "GB", "GBFXT", 51.95, 1.32, "Europe/London")),
            new("birmingham", 3, new("Birmingham Midlands", "GB", "GBBHM", 52.48, -1.75, "Europe/London")),
            new("barcelona", 3, new("Barcelona Zona Franca", "ES", "ESBCN", 41.34, 2.13, "Europe/Madrid")),
            new("genoa", 3, new("Genoa Voltri", "IT", "ITGOA", 44.42, 8.80, "Europe/Rome")),
            new("gdansk", 3, new("Gdańsk Deepwater", "PL", "PLGDN", 54.38, 18.71, "Europe/Warsaw")),
            new("gothenburg", 3, new("Gothenburg Hisingen", "SE", "SEGOT", 57.70, 11.85, "Europe/Stockholm")),
            new("budapest", 3, new("Budapest Csepel", "HU", "HUBUD", 47.43, 19.06, "Europe/Budapest")),
            new("piraeus", 3, new("Piraeus Thriasio", "GR", "GRPIR", 37.95, 23.60, "Europe/Athens")),
            new("istanbul", 3, new("Istanbul Tuzla", "TR", "TRIST", 40.85, 29.30, "Europe/Istanbul"))),
        .. In("North America",
            new("los-angeles", 1, new("Los Angeles Ontario", "US", "USONT", 34.03, -117.60, "America/Los_Angeles")),
            new("oakland", 3, new("Oakland Outer Harbor", "US", "USOAK", 37.80, -122.30, "America/Los_Angeles")),
            new("dallas", 2, new("Dallas Fort Worth", "US", "USDFW", 32.90, -97.04, "America/Chicago")),
            new("chicago", 1, new("Chicago Joliet", "US", "USJOT", 41.50, -88.10, "America/Chicago")),
            new("memphis", 2, new("Memphis Air Hub", "US", "USMEM", 35.05, -89.95, "America/Chicago")),
            new("atlanta", 2, new("Atlanta Fairburn", "US", "USATL", 33.55, -84.60, "America/New_York")),
            new("newark", 2, new("Newark Elizabeth", "US", "USEWR", 40.69, -74.16, "America/New_York")),
            new("miami", 3, new("Miami Doral", "US", "USMIA", 25.82, -80.36, "America/New_York")),
            new("toronto", 2, new("Toronto Brampton", "CA", "CATOR", 43.70, -79.70, "America/Toronto")),
            new("vancouver", 3, new("Vancouver Delta", "CA", "CAVAN", 49.12, -123.03, "America/Vancouver")),
            new("monterrey", 3, new("Monterrey Apodaca", "MX", "MXMTY", 25.77, -100.18, "America/Monterrey"))),
        .. In("South America",
            new("panama", 3, new("Panama Colón Free Zone", "PA", "PAONX", 9.35, -79.88, "America/Panama")),
            new("bogota", 3, new("Bogotá Fontibón", "CO", "COBOG", 4.68, -74.14, "America/Bogota")),
            new("callao", 3, new("Callao Lima", "PE", "PECLL", -12.04, -77.12, "America/Lima")),
            new("santos", 2, new("Santos São Paulo", "BR", "BRSSZ", -23.94, -46.33, "America/Sao_Paulo")),
            new("manaus", 4, new("Manaus Free Zone", "BR", "BRMAO", -3.10, -59.96, "America/Manaus")),
            new("buenos-aires", 3, new("Buenos Aires", "AR", "ARBUE", -34.46, -58.91, "America/Buenos_Aires")),
            new("santiago", 3, new("Santiago Pudahuel", "CL", "CLSCL", -33.40, -70.79, "America/Santiago"))),
        .. In("Africa",
            new("tangier", 3, new("Tangier Med", "MA", "MAPTM", 35.88, -5.50, "Africa/Casablanca")),
            new("lagos", 3, new("Lagos Apapa", "NG", "NGLOS", 6.45, 3.36, "Africa/Lagos")),
            new("abidjan", 4, new("Abidjan Vridi", "CI", "CIABJ", 5.26, -4.00, "Africa/Abidjan")),
            new("nairobi", 3, new("Nairobi Embakasi", "KE", "KENBO", -1.32, 36.90, "Africa/Nairobi")),
            new("johannesburg", 2, new("Johannesburg City Deep", "ZA", "ZAJNB", -26.23, 28.08, "Africa/Johannesburg")),
            new("cairo", 3, new("Cairo Obour City", "EG", "EGCAI", 30.17, 31.46, "Africa/Cairo"))),
        .. In("Middle East",
            new("dubai", 1, new("Dubai Jebel Ali", "AE", "AEJEA", 25.01, 55.06, "Asia/Dubai")),
            new("jeddah", 3, new("Jeddah Al Khumra", "SA", "SAJED", 21.40, 39.22, "Asia/Riyadh"))),
        .. In("Asia",
            new("mumbai", 2, new("Mumbai Nhava Sheva", "IN", "INNSA", 18.95, 72.95, "Asia/Kolkata")),
            new("chennai", 3, new("Chennai Sriperumbudur", "IN", "INMAA", 12.97, 79.95, "Asia/Kolkata")),
            new("singapore", 1, new("Singapore Tuas", "SG", "SGSIN", 1.30, 103.64, "Asia/Singapore")),
            new("bangkok", 3, new("Bangkok Laem Chabang", "TH", "THLCH", 13.09, 100.88, "Asia/Bangkok")),
            new("ho-chi-minh", 3, new("Ho Chi Minh City Cat Lai", "VN", "VNCLI", 10.76, 106.79, "Asia/Ho_Chi_Minh")),
            new("shanghai", 1, new("Shanghai Waigaoqiao", "CN", "CNSGH", 31.35, 121.58, "Asia/Shanghai")),
            new("shenzhen", 2, new("Shenzhen Yantian", "CN", "CNSZP", 22.57, 114.27, "Asia/Shanghai")),
            new("tokyo", 2, new("Tokyo Ichikawa", "JP", "JPTYO", 35.68, 139.93, "Asia/Tokyo")),
            new("busan", 3, new("Busan New Port", "KR", "KRPUS", 35.08, 128.83, "Asia/Seoul")),
            new("almaty", 4, new("Almaty Logistics Park", "KZ", "KZALA", 43.35, 76.98, "Asia/Almaty"))),
        .. In("Oceania",
            new("sydney", 2, new("Sydney Eastern Creek", "AU", "AUSYD", -33.80, 150.86, "Australia/Sydney")),
            new("perth", 3, new("Perth Kewdale", "AU", "AUPER", -31.98, 115.95, "Australia/Perth")),
            new("auckland", 3, new("Auckland Wiri", "NZ", "NZAKL", -37.01, 174.87, "Pacific/Auckland"))),
    ];

    private static readonly Dictionary<string, WarehouseSite> ById = All.ToDictionary(site => site.Id);

    /// <summary>The site of a warehouse; null when it is none of the demo world's.</summary>
    public static WarehouseSite? Find(string id) => ById.GetValueOrDefault(id);

    private static IEnumerable<WarehouseSite> In(string region, params WarehouseSite[] sites) =>
        sites.Select(site => site with { Region = region });
}
