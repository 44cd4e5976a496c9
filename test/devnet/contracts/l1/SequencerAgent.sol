// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {Initializable} from "@openzeppelin/contracts-upgradeable/proxy/utils/Initializable.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {LockingPool} from "./LockingPool.sol";

/// The owner account of one sequencer; acts for the Dealer alone and keeps no METIS.
contract SequencerAgent is Initializable {
    using SafeERC20 for IERC20;

    /// What the Dealer shows of a sequencer: the pool's record without its last three fields.
    struct SequencerData {
        uint256 amount;
        uint256 reward;
        uint256 activationBatch;
        uint256 updatedBatch;
        uint256 deactivationBatch;
        uint256 deactivationTime;
        uint256 unlockClaimTime;
        uint256 nonce;
        address owner;
        address signer;
    }

    /// The head of the pool's answer, read as one struct: thirteen values at once are more than the stack holds.
    struct Record {
        SequencerData data;
        uint256 pubkeyOffset;
        address rewardRecipient;
        uint8 status;
    }

    address public dealer;
    address public lockingPool;
    address public lockingInfo;
    address public metis;
    address public sequencerSigner;

    modifier onlyDealer() {
        require(msg.sender == dealer, "SequencerAgent: not the dealer");
        _;
    }

    function initialize(address dealer_, address pool, address info, address metis_) external initializer {
        dealer = dealer_;
        lockingPool = pool;
        lockingInfo = info;
        metis = metis_;
    }

    function sequencerId() public view returns (uint256) {
        return LockingPool(lockingPool).seqOwners(address(this));
    }

    function active() external view returns (bool) {
        return _record().status == 2;
    }

    function sequencerData() external view returns (SequencerData memory) {
        return _record().data;
    }

    function lock(address signer, address recipient, uint256 amount, bytes calldata pubkey) external onlyDealer {
        sequencerSigner = signer;
        IERC20(metis).safeApprove(lockingInfo, amount);
        LockingPool(lockingPool).lockWithRewardRecipient(signer, recipient, amount, pubkey);
    }

    /// Locks `amount` and whatever reward has accrued.
    function relock(uint256 amount) external onlyDealer {
        IERC20(metis).safeApprove(lockingInfo, amount);
        LockingPool(lockingPool).relock(sequencerId(), amount, true);
    }

    function withdrawLocking(uint256 amount) external onlyDealer {
        LockingPool(lockingPool).withdraw(sequencerId(), amount);
        IERC20(metis).safeTransfer(dealer, amount);
    }

    function withdrawRewards(uint32 l2Gas) external payable onlyDealer {
        LockingPool(lockingPool).withdrawRewards{value: msg.value}(sequencerId(), l2Gas);
    }

    function unlock(uint32 l2Gas) external payable onlyDealer {
        LockingPool(lockingPool).unlock{value: msg.value}(sequencerId(), l2Gas);
    }

    function unlockClaim(uint32 l2Gas) external payable onlyDealer {
        LockingPool(lockingPool).unlockClaim{value: msg.value}(sequencerId(), l2Gas);
        IERC20(metis).safeTransfer(dealer, IERC20(metis).balanceOf(address(this)));
    }

    function _record() private view returns (Record memory) {
        LockingPool pool = LockingPool(lockingPool);
        (, bytes memory answer) = lockingPool.staticcall(abi.encodeCall(pool.sequencers, (sequencerId())));
        return abi.decode(answer, (Record));
    }
}
