namespace CiAnon.Tests.Discovery.Corpus;

/// <summary>Invented people of countries that write other scripts, and of Vietnam, Indonesia and, in Latin letters, India.</summary>
internal static class ScriptValues
{
    public static readonly Dictionary<string, (string First, string Last, string Street, string City)> People = new()
    {
        ["ko"] = ("민준 서연 지훈 하은 도윤 수빈 예준 지우 현우 은지", "김 이 박 최 정 강 윤 한 남궁", "서울시 마포구 월드컵로 12|부산시 해운대구 센텀로 45|대구시 중구 동성로 8", "서울|부산|대구|인천"),
        ["zh"] = ("伟 秀英 娜 建国 静 志强 芳 雨桐 子轩", "王 李 张 刘 陈 欧阳 赵 周", "人民路12号|解放大道88号3栋502|中山北路6号", "上海|成都|武汉|南京"),
        ["uk"] = ("Олена Андрій Тарас Оксана Богдан Ірина Юрій Соломія", "Шевченко Коваль Бондаренко Мельник Кравчук Ткач Петренко", "вул. Шевченка, 12|просп. Перемоги, 45, кв. 8|вул. Садова, 3", "Київ|Львів|Харків|Одеса"),
        ["bg"] = ("Иван Мария Георги Елена Димитър Петя Стоян Радка", "Иванов Петрова Георгиев Димитрова Тодоров Стоянова", "ул. Шипка 12|бул. Витоша 45, ап. 8|ж.к. Младост, бл. 23", "София|Пловдив|Варна|Русе"),
        ["el"] = ("Γιώργος Μαρία Δημήτρης Ελένη Νίκος Κατερίνα Σπύρος", "Παπαδόπουλος Γεωργίου Νικολάου Δημητρίου Παππάς Οικονόμου", "Ερμού 12|Λεωφ. Κηφισίας 45|Πατησίων 108", "Αθήνα|Θεσσαλονίκη|Πάτρα|Λάρισα"),
        ["ar"] = ("محمد فاطمة أحمد عائشة خالد مريم يوسف نورة", "الحربي العتيبي حسن إبراهيم الخطيب السيد القحطاني", "شارع الملك فهد 12|حي النخيل، شارع 8|شارع الجمهورية 45", "الرياض|القاهرة|عمّان|جدة"),
        ["he"] = ("דוד שרה יוסף רחל משה נועה איתי מיכל", "כהן לוי מזרחי פרץ ביטון אברהם פרידמן", "הרצל 12|דרך בגין 45|ז'בוטינסקי 8 דירה 3", "תל אביב|חיפה|ירושלים|באר שבע"),
        ["th"] = ("สมชาย สมหญิง วิชัย มาลี ณัฐพล กนกวรรณ ประเสริฐ", "ใจดี ศรีสุข วงศ์สวัสดิ์ แก้วมณี บุญมี ทองคำ", "99/1 ถนนสุขุมวิท|12 หมู่ 3|45/8 ซอยลาดพร้าว 15", "กรุงเทพมหานคร|เชียงใหม่|ขอนแก่น"),
        ["hi"] = ("राहुल प्रिया अमित सुनीता विकास अंजलि राजेश पूजा", "शर्मा वर्मा सिंह गुप्ता यादव पटेल मिश्रा", "12 गांधी मार्ग|मकान 45, सेक्टर 8|गली नं 3, शास्त्री नगर", "दिल्ली|लखनऊ|जयपुर|पटना"),
        ["in"] = ("Rahul Priya Amit Sunita Vikas Anjali Rajesh Lakshmi", "Sharma Verma Singh Gupta Yadav Patel Reddy Iyer", "12 MG Road|H.No. 45, Sector 8|3-6-120 Himayat Nagar", "Delhi|Lucknow|Jaipur|Patna"),
        ["vi"] = ("Anh Hương Minh Lan Tuấn Thảo Đức Ngọc", "Nguyễn Trần Lê Phạm Hoàng Vũ Đặng", "12 Lê Lợi|45/8 Nguyễn Trãi|số 3 ngõ 15 Kim Mã", "Hà Nội|Đà Nẵng|Huế|Cần Thơ"),
        ["id"] = ("Budi Siti Agus Dewi Rizky Putri Joko Wulan", "Santoso Wijaya Saputra Lestari Hidayat Nugroho Siregar", "Jl. Merdeka No. 12|Jl. Sudirman 45 RT 03/08|Gg. Melati 8", "Jakarta|Bandung|Surabaya|Medan"),
    };

    public static readonly Dictionary<string, string> Prose = new()
    {
        ["ko"] = "주문한 물건이 아직 도착하지 않아 다시 확인을 부탁했고 다음 주까지 연락을 기다리겠다고 하셨으며 포장 상태도 함께 살펴 달라고 하셨음",
        ["zh"] = "来电询问， 包裹还没有收到， 希望尽快处理， 下周再联系， 包装有破损， 需要换货， 已经说明情况， 等待仓库回复， 对服务满意， 下次再来， 请先电话确认， 谢谢配合， 材料已经交齐， 暂时没有问题",
        ["uk"] = "замовлення ще не прийшло тому просили передзвонити наступного тижня і перевірити чи все гаразд зі складом та доставкою додому",
        ["bg"] = "поръчката още не е пристигнала затова помолиха да се обадим следващата седмица и да проверим дали всичко е наред със склада",
        ["el"] = "η παραγγελία δεν έχει φτάσει ακόμη και ζήτησαν να τους ενημερώσουμε την επόμενη εβδομάδα αν όλα είναι εντάξει με την αποθήκη",
        ["ar"] = "لم تصل الطلبية بعد لذلك طلبوا منا الاتصال بهم الأسبوع القادم والتأكد من أن كل شيء على ما يرام في المستودع قبل التسليم",
        ["he"] = "ההזמנה עדיין לא הגיעה ולכן ביקשו שנחזור אליהם בשבוע הבא ונבדוק אם הכל בסדר במחסן לפני שהמשלוח יוצא שוב לדרך",
        ["th"] = "ลูกค้าแจ้งว่า ยังไม่ได้รับสินค้า ขอให้ติดต่อกลับ สัปดาห์หน้า และตรวจสอบ กับคลังสินค้า อีกครั้ง ก่อนจัดส่ง ใหม่ หากมีปัญหา ให้แจ้ง หัวหน้า ทันที ขอบคุณ",
        ["hi"] = "सामान अभी तक नहीं पहुँचा है इसलिए अगले सप्ताह फिर से संपर्क करने को कहा और गोदाम से जाँच करने का अनुरोध किया",
        ["vi"] = "đơn hàng vẫn chưa tới nơi nên yêu cầu gọi lại vào tuần sau và kiểm tra với kho xem mọi thứ có ổn không trước khi giao",
        ["id"] = "pesanan belum sampai sehingga diminta menghubungi kembali minggu depan dan memeriksa ke gudang apakah semuanya sudah siap dikirim ulang",
    };

    public static string Full(string language, string first, string last) => language switch
    {
        "ko" or "zh" => last + first,
        "vi" => $"{last} {first}",
        _ => $"{first} {last}",
    };

    /// <summary>Null for other countries.</summary>
    public static string? Phone(string country, Random random) => country switch
    {
        "ko" => $"010-{Digits(4, random)}-{Digits(4, random)}",
        "zh" => $"13{Digits(9, random)}",
        "uk" => $"+38067{Digits(7, random)}",
        "bg" => $"088{Digits(7, random)}",
        "el" => $"69{Digits(8, random)}",
        "ar" => $"05{Digits(8, random)}",
        "he" => $"05{random.Next(10)}-{Digits(7, random)}",
        "th" => $"08{random.Next(10)}-{Digits(3, random)}-{Digits(4, random)}",
        "hi" or "in" => $"9{Digits(9, random)}",
        "vi" => $"09{Digits(8, random)}",
        "id" => $"0812{Digits(8, random)}",
        _ => null,
    };

    private static string Digits(int count, Random random) => string.Concat(Enumerable.Range(0, count).Select(_ => random.Next(10)));
}
