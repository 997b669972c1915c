using CiAnon.Strategies;

namespace CiAnon.Discovery.Lexicon;

/// <summary>Arabic and Hebrew words in names of columns, in their own scripts.</summary>
internal static class SemiticNames
{
    public static readonly ColumnWords[] All =
    [
        new(PersonalKind.Email, "Arabic", "البريد الالكتروني, البريد الإلكتروني, ايميل, الايميل, بريد الكتروني"),
        new(PersonalKind.Email, "Hebrew", "דואל, אימייל, מייל, דואר אלקטרוני"),
        new(PersonalKind.Phone, "Arabic", "*هاتف, *جوال, *موبايل, رقم الهاتف, رقم الجوال, تلفون, فاكس"),
        new(PersonalKind.Phone, "Hebrew", "*טלפון, נייד, פקס, מספר טלפון"),
        new(PersonalKind.Name, "Arabic", "الاسم الكامل, اسم العميل, اسم الموظف, اسم المريض, اسم الطالب, ?الاسم, ?اسم, المستلم, ?صاحب الحساب"),
        new(PersonalKind.Name, "Hebrew", "שם מלא, שם לקוח, שם עובד, שם מטופל, ?שם, איש קשר, נמען"),
        new(PersonalKind.FirstName, "Arabic", "الاسم الاول, الاسم الأول, اسم الاب, اسم الأب, اسم الام"),
        new(PersonalKind.FirstName, "Hebrew", "שם פרטי, שם האב"),
        new(PersonalKind.LastName, "Arabic", "*العائلة, اسم العائلة, اللقب, الكنية"),
        new(PersonalKind.LastName, "Hebrew", "שם משפחה, *משפחה"),
        new(PersonalKind.Username, "Arabic", "اسم المستخدم, ?المستخدم"),
        new(PersonalKind.Username, "Hebrew", "שם משתמש, כינוי"),
        new(PersonalKind.Address, "Arabic", "*عنوان, *الشارع, شارع, محل الاقامة, محل الإقامة"),
        new(PersonalKind.Address, "Hebrew", "*כתובת, רחוב, מספר בית, דירה"),
        new(PersonalKind.City, "Arabic", "*مدينة, المدينة, محل الميلاد, مكان الميلاد"),
        new(PersonalKind.City, "Hebrew", "עיר, ישוב, יישוב"),
        new(PersonalKind.PostalCode, "Arabic", "الرمز البريدي"),
        new(PersonalKind.PostalCode, "Hebrew", "מיקוד"),
        new(PersonalKind.NationalId, "Arabic", "*هوية, رقم الهوية, الرقم القومي, الرقم الوطني, *جواز, رقم جواز السفر, رخصة القيادة, الاقامة"),
        new(PersonalKind.NationalId, "Hebrew", "תעודת זהות, תז, מספר זהות, *דרכון, רישיון נהיגה, חפ"),
        new(PersonalKind.Account, "Arabic", "رقم الحساب, الحساب البنكي, ايبان"),
        new(PersonalKind.Account, "Hebrew", "מספר חשבון, חשבון בנק"),
        new(PersonalKind.Card, "Arabic", "رقم البطاقة, بطاقة الائتمان"),
        new(PersonalKind.Card, "Hebrew", "מספר כרטיס, כרטיס אשראי"),
        new(PersonalKind.Token, "Arabic", "كلمة المرور, كلمة السر, الرقم السري"),
        new(PersonalKind.Token, "Hebrew", "*סיסמה, סיסמא"),
        new(PersonalKind.BirthDate, "Arabic", "*الميلاد, تاريخ الميلاد, العمر, تاريخ الوفاة"),
        new(PersonalKind.BirthDate, "Hebrew", "תאריך לידה, *לידה, גיל, תאריך פטירה"),
        new(PersonalKind.Gender, "Arabic", "الجنس, النوع"),
        new(PersonalKind.Gender, "Hebrew", "מין, מגדר"),
        new(PersonalKind.Company, "Arabic", "اسم الشركة, جهة العمل, ?الشركة"),
        new(PersonalKind.Company, "Hebrew", "שם חברה, מקום עבודה, ?חברה"),
        new(PersonalKind.Income, "Arabic", "*الراتب, راتب, الدخل"),
        new(PersonalKind.Income, "Hebrew", "*משכורת, שכר, הכנסה"),
        new(PersonalKind.Special, "Arabic", "*جنسية, الجنسية, *ديانة, الديانة, فصيلة الدم, *تشخيص, الحالة الاجتماعية, حساسية, اعاقة"),
        new(PersonalKind.Special, "Hebrew", "אזרחות, לאום, דת, סוג דם, *אבחנה, מצב משפחתי, אלרגיה, נכות"),
        new(PersonalKind.FreeText, "Arabic", "?ملاحظات, ?ملاحظة, ?وصف, ?تعليق, ?رسالة, ?الوصف, ?نص"),
        new(PersonalKind.FreeText, "Hebrew", "?הערות, ?הערה, ?תיאור, ?תגובה, ?הודעה"),
        new(PersonalKind.RecordNumber, "Arabic", "رقم العميل, رقم الموظف, رقم المريض, الرقم الجامعي, ?رقم الطلب"),
        new(PersonalKind.RecordNumber, "Hebrew", "מספר לקוח, מספר עובד, מספר מטופל, ?מספר הזמנה"),
    ];
}
