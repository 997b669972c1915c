namespace CiAnon.Discovery.Lexicon;

/// <summary>
/// What numbers are called, and of what they are, in Korean, Chinese, Japanese, Russian, Ukrainian, Bulgarian, Greek, Arabic, Hebrew, Thai, Hindi, Vietnamese and
/// Indonesian; <see cref="RecordWords"/> and <see cref="NumberNouns"/> have the others.
/// </summary>
internal static class NumbersOfScripts
{
    public const string Numbers = " номер αριθμος αρ رقم מספר מס 번호 编号 編號 号码 號碼 番号 号 號 เลขที่ หมายเลข เลข संख्या नंबर नम्बर क्रमांक raqam rakam mispar arithmos nomor sankhya ";

    public const string Codes = " код κωδικος رمز كود קוד 코드 代码 代碼 コード รหัส कोड kodikos kwdikos kod kode ma ";

    public const string People = """

         клиента клієнта пациента пацієнта сотрудника співробітника працівника работника служителя служебен студента ученика учня читателя члена абонента покупателя покупця заказчика замовника клиент пациент студент ученик член картки карты билета квитка
         табельный табельний личный особовий зачетки
         πελατη πελατης ασθενη ασθενους υπαλληλου εργαζομενου μαθητη φοιτητη μελους μητρωου καρτελας
         عميل زبون موظف مريض طالب عضو مشترك ملف جلوس وظيفي جامعي اكاديمي قيد طبي
         לקוח עובד מטופל תלמיד סטודנט חבר מנוי אישי
         고객 회원 환자 사원 직원 학생 교번 수험 차트 등록 客户 客戶 会员 會員 員工 员工 学生 學生 病人 患者 用户 用戶 顧客 会員 社員 従業員 学籍 診察券 病历 病歷 住院 门诊
         ลูกค้า สมาชิก พนักงาน ผู้ป่วย คนไข้ นักเรียน นักศึกษา ग्राहक कर्मचारी मरीज रोगी छात्र विद्यार्थी सदस्य
         nv kh sv bn hs gv nhanvien khachhang sinhvien benhnhan hocsinh pelanggan karyawan pegawai pasien siswa mahasiswa anggota nasabah peserta induk
         oved lakoach metupal talmid
        """;

    public const string Cases = """

         заказа замовлення поръчка поръчки договора договору заявки заявления заяви заявление фактуры фактури фактура накладной накладної полиса поліса дела справи преписка резервации бронирования бронювання обращения звернення
         παραγγελιας τιμολογιου κρατησης συμβολαιου φακελου πρωτοκολλου αποδειξης αιτησης συμβασης παραστατικου
         طلب طلبيه فاتوره عقد حجز موعد قضيه تذكره شحنه بوليصه معامله ايصال
         הזמנה חשבונית חוזה תיק פנייה פניה קבלה תור פוליסה משלוח תביעה בקשה
         주문 예약 계약 접수 송장 운송장 청구 사건 처방 증권 영수증 문의 订单 訂單 合同 合約 发票 發票 预约 預約 运单 運單 快递 快遞 保单 保單 案件 申请 申請 流水 收据 單據 单据 挂号 注文 予約 契約 受付 請求 伝票 証券 問合せ
         ใบสั่งซื้อ คำสั่งซื้อ ใบเสร็จ สัญญา ใบแจ้งหนี้ ใบนัด ใบกำกับภาษี การจอง พัสดุ กรมธรรม์ คดี
         आदेश ऑर्डर बिल रसीद चालान पंजीकरण पंजीयन नामांकन अनुबंध आवेदन प्रकरण
         dh hd donhang hoadon hopdong hoso pesanan faktur tagihan kontrak transaksi resi nota kwitansi pendaftaran surat rawat polis perkara tiket
         hazmana heshbonit tik
        """;

    public const string CaseTables = " task application request inquiry requisition delivery parcel dispatch encounter visit admission заказы замовлення поръчки договоры договори заявки παραγγελιες κρατησεις συμβολαια طلبات فواتير عقود مواعيد הזמנות חשבוניות תורים 주문 예약 계약 접수 订单 訂單 合同 预约 ใบสั่งซื้อ pesanan faktur donhang hoadon ";

    public const string Phones = " телефона телефону телефонен мобильный мобільний τηλεφωνου κινητου هاتف جوال موبايل טלפון נייד 전화 휴대폰 手机 手機 电话 電話 โทรศัพท์ มือถือ मोबाइल फोन फ़ोन telpon telepon telp hp wa whatsapp sdt ponsel jawwal jawal telefon ";

    public const string Houses = " дома будинку квартиры квартири منزل بيت شقه בית דירה บ้าน मकान rumah nha bait dira makan ghar ";

    public const string Documents = """
         паспорта паспорт удостоверения посвідчення свидетельства свідоцтва страхування ддс здравноосигурителен осигурителен лична идентификационный ідентифікаційний
         ταυτοτητας διαβατηριου αδειας ασφαλισης
         هويه جواز رخصه ضريبي قومي وطني اقامه hawiya hawya jawaz זהות דרכון רישיון zehut darkon
         여권 면허 주민등록 사업자등록 차량 보험증 身份证 身份證 护照 護照 驾驶证 车牌 車牌 社保 医保 税务登记 マイナンバー 旅券 免許証 保険証
         บัตรประชาชน พาสปอร์ต หนังสือเดินทาง ผู้เสียภาษี ทะเบียนรถ आधार पैन पासपोर्ट मतदाता राशन aadhaar aadhar voter ration
         cccd cmnd bhyt bhxh ktp nik npwp paspor bpjs
        """ + " ";

    public const string Accounts = " счета рахунку сметка λογαριασμου حساب ايبان חשבון cheshbon 계좌 통장 账户 帳戶 账号 บัญชี खाता khata ac rekening rek taikhoan ";

    public const string Cards = " карты картки καρτας بطاقه כרטיס kartis บัตรเครดิต ";
}
